using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Simulations;

/// <summary>The rights that operations of Resource Manager need, named as in roles.</summary>
internal static class Rights
{
    private const string Provider = "Microsoft.ContainerRegistry/";
    private const string Registries = Provider + "registries/";
    private const string ScopeMapStatuses = Registries + "scopeMaps/operationStatuses/read";

    private static readonly Dictionary<string, string> OfOperations = new()
    {
        ["Subscriptions_Get"] = "Microsoft.Resources/subscriptions/read",
        ["Registries_Get"] = Registries + "read",
        ["Registries_List"] = Registries + "read",
        ["Registries_ListByResourceGroup"] = Registries + "read",
        ["Registries_Update"] = Registries + "write",
        ["Registries_GenerateCredentials"] = Registries + "generateCredentials/action",
        ["Registries_ListCredentials"] = Registries + "listCredentials/action",
        ["Registries_RegenerateCredential"] = Registries + "regenerateCredential/action",
        ["Tokens_Create"] = Registries + "tokens/write",
        ["Tokens_Update"] = Registries + "tokens/write",
        ["Tokens_Get"] = Registries + "tokens/read",
        ["Tokens_List"] = Registries + "tokens/read",
        ["Tokens_Delete"] = Registries + "tokens/delete",
        ["ScopeMaps_Create"] = Registries + "scopeMaps/write",
        ["ScopeMaps_Update"] = Registries + "scopeMaps/write",
        ["ScopeMaps_Get"] = Registries + "scopeMaps/read",
        ["ScopeMaps_List"] = Registries + "scopeMaps/read",
        ["ScopeMaps_Delete"] = Registries + "scopeMaps/delete",
        ["OperationStatuses_Get"] = Registries + "tokens/operationStatuses/read",
        ["OperationResults_Get"] = Provider + "locations/operationResults/read",
    };

    public static readonly IReadOnlySet<string> All = new SortedSet<string>(
        OfOperations.Values.Append(ScopeMapStatuses),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The right that an operation needs; null for none: lists across a subscription leave out what the caller may not read.</summary>
    public static string? Of(string operation, HttpRequest request) =>
        operation == "OperationStatuses_Get" && request.Path.Value!.Contains("/scopeMaps/", StringComparison.OrdinalIgnoreCase)
            ? ScopeMapStatuses
            : OfOperations.GetValueOrDefault(operation);
}
