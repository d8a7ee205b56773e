using AcrTokens.Emulator;

namespace AcrTokens.Documentation.Tests.Permissions;

/// <summary>A sweep that finds a token and a scope map to delete.</summary>
internal static class Sweeping
{
    /// <returns>The operations that it requested.</returns>
    public static async Task<IReadOnlyList<string>> RequestsAsync()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync();
        var client = new AcrClient(emulator.Credential, emulator.CreateClientOptions());
        var lease = await client.MintTokenAsync(
            new AcrTokenMintSettings().SetRegistryName(emulator.LoginServer).AddRepository("samples/app", AcrPermission.Push)
        );
        lease.Detach();
        emulator.AdvanceClock(TimeSpan.FromHours(3));
        var before = emulator.Requests.Count;

        var sweeper = new AcrClient(emulator.Credential, emulator.CreateClientOptions());
        await sweeper.SweepTokensAsync(new AcrTokenSweepSettings().SetRegistryName(emulator.LoginServer));

        emulator.Tokens.ShouldBeEmpty();
        return [.. emulator.Requests.Skip(before).Select(request => request.Operation)];
    }
}
