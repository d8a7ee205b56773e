namespace AcrTokens.Emulator.Faults;

/// <summary>The names of all operations. Those of Resource Manager are the names in the service's specification.</summary>
internal static class OperationNames
{
    public const string Ping = "Registry_Ping";
    public const string Catalog = "Catalog_List";
    public const string Tags = "Tags_List";
    public const string Token = "OAuth2_Token";
    public const string Exchange = "OAuth2_Exchange";
    public const string SignIn = "Authority_Token";
    public const string SignInMetadata = "Authority_Metadata";
    public const string NotEmulated = "NotEmulated";

    /// <summary>The operations that are long-running. Polls follow each.</summary>
    private static readonly IReadOnlyList<string> LongRunning =
    [
        "Tokens_Create",
        "Tokens_Update",
        "Tokens_Delete",
        "ScopeMaps_Create",
        "ScopeMaps_Update",
        "ScopeMaps_Delete",
    ];

    public static readonly IReadOnlyList<string> All =
    [
        "Subscriptions_List",
        "Subscriptions_Get",
        "Resources_List",
        "Registries_Get",
        "Registries_List",
        "Registries_ListByResourceGroup",
        "Registries_Update",
        "Registries_GenerateCredentials",
        "Registries_ListCredentials",
        "Registries_RegenerateCredential",
        "Tokens_Create",
        "Tokens_Update",
        "Tokens_Get",
        "Tokens_List",
        "Tokens_Delete",
        "ScopeMaps_Create",
        "ScopeMaps_Update",
        "ScopeMaps_Get",
        "ScopeMaps_List",
        "ScopeMaps_Delete",
        "OperationStatuses_Get",
        "OperationResults_Get",
        "ManagementLocks_ListByScope",
        SignIn,
        SignInMetadata,
        Token,
        Exchange,
        Ping,
        Catalog,
        Tags,
        "Manifests_Get",
        "Manifests_Put",
        "Manifests_Delete",
        "Referrers_List",
        "Repositories_List",
        "Repositories_Get",
        "Repositories_Update",
        "Repositories_Delete",
        "RepositoryTags_List",
        "RepositoryTags_Get",
        "RepositoryTags_Update",
        "RepositoryTags_Delete",
        "RepositoryManifests_List",
        "RepositoryManifests_Get",
        "RepositoryManifests_Update",
        "Blobs_Get",
        "Blobs_Delete",
        "Uploads_Begin",
        "Uploads_Append",
        "Uploads_Finish",
        "Uploads_Status",
        "Uploads_Cancel",
        .. LongRunning.Select(PollOf),
    ];

    /// <summary>The name of the polls that follow an operation.</summary>
    public static string PollOf(string operation) => operation + ".Poll";
}
