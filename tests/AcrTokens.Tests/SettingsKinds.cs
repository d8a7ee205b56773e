namespace AcrTokens.Tests;

/// <summary>The settings of every task; a test holds the list complete.</summary>
internal static class SettingsKinds
{
    public static IReadOnlyList<AcrSettings> All { get; } =
    [
        new AcrTokenCreateSettings(),
        new AcrTokenUpdateSettings(),
        new AcrTokenGetSettings(),
        new AcrTokenListSettings(),
        new AcrTokenDeleteSettings(),
        new AcrTokenCredentialGenerateSettings(),
        new AcrTokenCredentialDeleteSettings(),
        new AcrTokenMintSettings(),
        new AcrTokenRevokeSettings(),
        new AcrTokenSweepSettings(),
        new AcrTokenPreflightSettings(),
        new AcrScopeMapCreateSettings(),
        new AcrScopeMapUpdateSettings(),
        new AcrScopeMapGetSettings(),
        new AcrScopeMapListSettings(),
        new AcrScopeMapDeleteSettings(),
        new AcrCredentialGetSettings(),
        new AcrCredentialRegenerateSettings(),
        new AcrRegistryGetSettings(),
    ];
}
