namespace AcrTokens.Tests;

internal static class SettingsKinds
{
    public static IReadOnlyList<AcrSettings> All { get; } =
    [
        new AcrTokenCreateSettings(),
        new AcrTokenUpdateSettings(),
        new AcrTokenCredentialGenerateSettings(),
        new AcrTokenMintSettings(),
    ];
}
