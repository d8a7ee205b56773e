namespace AcrTokens;

/// <summary>The actions on the registry that a mint and its revocation need.</summary>
internal static class NeededRights
{
    /// <param name="settings">Say which token, scope map and login server exist: nothing is created or read for those.</param>
    public static IEnumerable<string> Of(AcrTokenPreflightSettings settings) =>
        Of(
            makesToken: settings.Tokens.Count == 0,
            makesScopeMap: settings.Tokens.Count == 0 && settings.ScopeMap is null,
            readsRegistry: settings.Registry.LoginServer is null
        );

    private static IEnumerable<string> Of(bool makesToken, bool makesScopeMap, bool readsRegistry) =>
        [
            .. readsRegistry ? [$"{AcrResourceIds.RegistryType}/read"] : Array.Empty<string>(),
            $"{AcrResourceIds.TokenType}/read",
            $"{AcrResourceIds.TokenType}/write",
            .. makesToken ? [$"{AcrResourceIds.TokenType}/delete"] : Array.Empty<string>(),
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
