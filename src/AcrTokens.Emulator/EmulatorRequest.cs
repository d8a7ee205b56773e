namespace AcrTokens.Emulator;

/// <summary>One request that reached an <see cref="AcrEmulator"/>. It holds no secret.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path as the client sent it, without the query.</param>
/// <param name="Query">The query with its leading <c>?</c>, <c>api-version</c> included; empty if there was none.</param>
/// <param name="Status">The HTTP status of the response; 0 while there is none yet.</param>
/// <param name="ClientRequestId">The request's <c>x-ms-client-request-id</c>; <see langword="null"/> if it had none.</param>
/// <param name="Body">The JSON that was sent to Resource Manager; <see langword="null"/> if there was none, and for every other request.</param>
/// <param name="Operation">The operation's name, as in <c>Tokens_Create</c> or <c>Manifests_Put</c>; <c>NotEmulated</c> for an operation that the
/// emulator does not know.</param>
/// <param name="UserAgent">The request's <c>User-Agent</c>; <see langword="null"/> if it had none.</param>
public sealed record EmulatorRequest(
    string Method,
    string Path,
    string Query,
    int Status,
    string? ClientRequestId,
    string? Body,
    string Operation,
    string? UserAgent
)
{
    /// <summary>
    /// The user that logged in with this request, or whose login the bearer token came from: a token's name, the admin user or an application.
    /// <see langword="null"/> for every other request, and if the registry refused.
    /// </summary>
    public string? Login { get; init; }

    /// <summary>When the request arrived, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// How long the request took, injected delays included. <see langword="null"/> while it has not ended. If it has ended and
    /// <see cref="Status"/> is 0, the client got no response.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// The name of the token that the request is about: the one in its path or body, or the one that its login or bearer token belongs to,
    /// even if the registry refused it. <see langword="null"/> for every other request, and for a user that is no token.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>The name of the registry of <see cref="Token"/>; <see langword="null"/> if there is none.</summary>
    public string? Registry { get; init; }
}
