namespace AcrTokens.Faults;

/// <summary>The requests of mint, use and revoke.</summary>
internal enum Operation
{
    ScopeMapPut,
    TokenPut,
    TokenPutPoll,
    GenerateCredentials,
    RegistryGet,
    Login,
    TokenPatch,
    TokenPatchPoll,
    TokenDelete,
    TokenDeletePoll,

    /// <summary>The read of an existing token: a mint of a new one and its revocation need none.</summary>
    TokenGet,
    Other,
}

internal static class Operations
{
    public static IReadOnlyList<Operation> All { get; } = [.. Enum.GetValues<Operation>().Except([Operation.TokenGet, Operation.Other])];

    public static IReadOnlyList<Operation> Revoking { get; } =
    [Operation.TokenPatch, Operation.TokenPatchPoll, Operation.TokenDelete, Operation.TokenDeletePoll];

    /// <summary>The requests of a mint on an existing token. Its revocation sends the first two and the poll once more.</summary>
    public static IReadOnlyList<Operation> OnExisting { get; } =
    [Operation.TokenGet, Operation.TokenPatch, Operation.TokenPatchPoll, Operation.GenerateCredentials, Operation.Login];

    public static bool IsPoll(this Operation operation) =>
        operation is Operation.TokenPutPoll or Operation.TokenPatchPoll or Operation.TokenDeletePoll;

    /// <summary>The operation of a request that is not a poll.</summary>
    public static Operation Of(string method, string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var collection = parts.Length > 1 ? parts[^2] : "";
        return (method, collection, parts.LastOrDefault()) switch
        {
            ("PUT", "scopeMaps", _) => Operation.ScopeMapPut,
            ("PUT", "tokens", _) => Operation.TokenPut,
            ("GET", "tokens", _) => Operation.TokenGet,
            ("PATCH", "tokens", _) => Operation.TokenPatch,
            ("DELETE", "tokens", _) => Operation.TokenDelete,
            ("POST", _, "generateCredentials") => Operation.GenerateCredentials,
            ("GET", "registries", _) => Operation.RegistryGet,
            ("GET", "oauth2", "token") => Operation.Login,
            _ => Operation.Other,
        };
    }

    /// <summary>The operation's name in the emulator.</summary>
    public static string Name(this Operation operation) =>
        operation switch
        {
            Operation.ScopeMapPut => "ScopeMaps_Create",
            Operation.TokenPut => "Tokens_Create",
            Operation.TokenPutPoll => "Tokens_Create.Poll",
            Operation.GenerateCredentials => "Registries_GenerateCredentials",
            Operation.RegistryGet => "Registries_Get",
            Operation.Login => "OAuth2_Token",
            Operation.TokenPatch => "Tokens_Update",
            Operation.TokenPatchPoll => "Tokens_Update.Poll",
            Operation.TokenDelete => "Tokens_Delete",
            Operation.TokenDeletePoll => "Tokens_Delete.Poll",
            Operation.TokenGet => "Tokens_Get",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
        };

    /// <summary>The poll that follows the operation.</summary>
    public static Operation Poll(this Operation operation) =>
        operation switch
        {
            Operation.TokenPut => Operation.TokenPutPoll,
            Operation.TokenPatch => Operation.TokenPatchPoll,
            Operation.TokenDelete => Operation.TokenDeletePoll,
            _ => Operation.Other,
        };
}
