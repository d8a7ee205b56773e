using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Registry;

/// <summary>Translates a scope map's actions to registry rights.</summary>
internal static class ScopeMapGrants
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["content/read"] = "pull",
        ["content/write"] = "push",
        ["content/delete"] = "delete",
        ["metadata/read"] = "metadata_read",
        ["metadata/write"] = "metadata_write",
    };

    public static IEnumerable<string> AllActions => Meanings.Values;

    /// <summary>The requested rights that the map allows; its actions add up. The catalog is not a repository, so no map allows it.</summary>
    public static IReadOnlyList<string> Of(StoredScopeMap map, AccessScope asked)
    {
        if (asked.Type != AccessScope.Repository)
        {
            return [];
        }

        var allowed = map.Actions.Select(action => Meaning(action, asked.Name)).OfType<string>().Distinct();
        return [.. asked.Actions.Contains("*") ? allowed : allowed.Intersect(asked.Actions)];
    }

    private static string? Meaning(string action, string repository)
    {
        var parts = action.Split('/');
        if (parts.Length < 4 || !parts[0].Equals("repositories", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Covers(string.Join('/', parts[1..^2]), repository) ? Meanings.GetValueOrDefault($"{parts[^2]}/{parts[^1]}") : null;
    }

    private static bool Covers(string pattern, string repository) =>
        pattern == "*"
        || (
            pattern.EndsWith("/*", StringComparison.Ordinal)
                ? repository.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
                : repository.Equals(pattern, StringComparison.OrdinalIgnoreCase)
        );
}
