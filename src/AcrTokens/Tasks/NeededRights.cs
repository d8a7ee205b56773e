namespace AcrTokens;

/// <summary>The actions on the registry that a mint and its revocation need.</summary>
internal static class NeededRights
{
    /// <param name="makesScopeMap">Whether the mint creates a scope map, rather than use an existing one.</param>
    /// <param name="readsRegistry">Whether the registry is read for its login server.</param>
    public static IEnumerable<string> Of(bool makesScopeMap, bool readsRegistry) =>
        [
            .. readsRegistry ? [$"{AcrResourceIds.RegistryType}/read"] : Array.Empty<string>(),
            $"{AcrResourceIds.TokenType}/read",
            $"{AcrResourceIds.TokenType}/write",
            $"{AcrResourceIds.TokenType}/delete",
            $"{AcrResourceIds.TokenType}/operationStatuses/read",
            $"{AcrResourceIds.RegistryType}/generateCredentials/action",
            .. makesScopeMap
                ?
                [
                    $"{AcrResourceIds.ScopeMapType}/read",
                    $"{AcrResourceIds.ScopeMapType}/write",
                    $"{AcrResourceIds.ScopeMapType}/operationStatuses/read",
                ]
                : Array.Empty<string>(),
        ];
}
