namespace AcrTokens.Integration.Tests;

/// <summary>Creates the tokens that clients log in with, by this library.</summary>
internal static class Tokens
{
    public static async Task<string> MintAsync(this EmulatorForClients emulator, string name, string scopeMap)
    {
        var client = emulator.Library();
        await client.CreateTokenAsync(new AcrTokenCreateSettings().SetRegistryName(emulator.RegistryId).SetName(name).SetScopeMap(scopeMap));
        var generated = await client.GenerateTokenCredentialAsync(
            new AcrTokenCredentialGenerateSettings()
                .SetRegistryName(emulator.RegistryId)
                .SetName(name)
                .SetPasswordName(AcrTokenPasswordName.Password1)
                .SetLifetime(TimeSpan.FromHours(1))
        );
        return generated.Find(AcrTokenPasswordName.Password1)!.Value!.Reveal();
    }
}
