namespace AcrTokens.Emulator;

/// <summary>One request that reached an <see cref="AcrEmulator"/>. Holds nothing that is secret.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path as it was asked for, without the query.</param>
/// <param name="Query">The query with its leading <c>?</c>, <c>api-version</c> included; empty when there was none.</param>
/// <param name="Status">The HTTP status of the answer; 0 while there is none yet.</param>
/// <param name="ClientRequestId">The request's <c>x-ms-client-request-id</c>; <see langword="null"/> when it had none.</param>
/// <param name="Body">The JSON that was sent to Resource Manager; <see langword="null"/> when there was none, and for every other request.</param>
/// <param name="Operation">The operation's name, as in <c>Tokens_Create</c> or <c>Manifests_Put</c>; <c>NotEmulated</c> for what the emulator does
/// not know.</param>
/// <param name="UserAgent">The request's <c>User-Agent</c>; <see langword="null"/> when it had none.</param>
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
    /// Who logged in by it, or was let in to a repository by the bearer token of a login: a token's name, or the admin user or application.
    /// <see langword="null"/> for every other request, and where the registry refused.
    /// </summary>
    public string? Login { get; init; }
}
