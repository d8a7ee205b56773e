namespace AcrTokens;

/// <summary>The actions that a mint and its revocation need on the registry.</summary>
internal static class NeededRights
{
    private const string Registry = "Microsoft.ContainerRegistry/registries";

    /// <param name="makesScopeMap">Whether the mint names repositories, rather than a scope map that exists.</param>
    /// <param name="readsRegistry">Whether the registry is asked for its login server.</param>
    public static IEnumerable<string> Of(bool makesScopeMap, bool readsRegistry) =>
    [
        .. readsRegistry ? [$"{Registry}/read"] : Array.Empty<string>(),
        $"{Registry}/tokens/read",
        $"{Registry}/tokens/write",
        $"{Registry}/tokens/delete",
        $"{Registry}/tokens/operationStatuses/read",
        $"{Registry}/generateCredentials/action",
        .. makesScopeMap ? [$"{Registry}/scopeMaps/read", $"{Registry}/scopeMaps/write", $"{Registry}/scopeMaps/operationStatuses/read"] : Array.Empty<string>(),
    ];
}
