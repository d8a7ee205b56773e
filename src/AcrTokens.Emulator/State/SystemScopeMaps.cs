namespace AcrTokens.Emulator.State;

/// <summary>The scope maps that every registry has from the start.</summary>
internal static class SystemScopeMaps
{
    public const int Count = 5;

    public static IEnumerable<StoredScopeMap> At(DateTimeOffset createdAt)
    {
        yield return Map(
            "_repositories_admin",
            "Can perform all read, write and delete operations on the registry",
            "metadata/read",
            "metadata/write",
            "content/read",
            "content/write",
            "content/delete"
        );
        yield return Map("_repositories_pull", "Can pull any repository of the registry", "content/read");
        // The descriptions of the two newer maps are assumed; no recording shows them.
        yield return Map(
            "_repositories_pull_metadata_read",
            "Can pull any repository of the registry and read its metadata",
            "content/read",
            "metadata/read"
        );
        yield return Map("_repositories_push", "Can push to any repository of the registry", "content/read", "content/write");
        yield return Map(
            "_repositories_push_metadata_write",
            "Can push to any repository of the registry and write its metadata",
            "metadata/read",
            "metadata/write",
            "content/read",
            "content/write"
        );

        StoredScopeMap Map(string name, string description, params string[] actions) =>
            new(name, createdAt, [.. actions.Select(action => "repositories/*/" + action)]) { Description = description, IsSystemDefined = true };
    }
}
