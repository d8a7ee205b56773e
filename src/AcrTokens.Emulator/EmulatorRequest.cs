namespace AcrTokens.Emulator;

/// <summary>One request that reached an <see cref="AcrEmulator"/>. Holds no header but the client's request id, and nothing that is secret.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path as it was asked for, without the query.</param>
/// <param name="Query">The query with its leading <c>?</c>, <c>api-version</c> included; empty when there was none.</param>
/// <param name="Status">The HTTP status of the answer; 0 while there is none yet.</param>
/// <param name="ClientRequestId">The request's <c>x-ms-client-request-id</c>; <see langword="null"/> when it had none.</param>
/// <param name="Body">The JSON that was sent to Resource Manager; <see langword="null"/> when there was none, and for every other request.</param>
public sealed record EmulatorRequest(
    string Method,
    string Path,
    string Query,
    int Status,
    string? ClientRequestId,
    string? Body);
