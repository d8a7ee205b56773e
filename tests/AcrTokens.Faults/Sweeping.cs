using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults;

/// <summary>What is left when all has expired, and after one sweep.</summary>
/// <param name="Before">Tokens before the sweep.</param>
/// <param name="OfUse">Those of them that can log in still, though their passwords should be over.</param>
/// <param name="Lasting">Those to which the service gave a password without an expiry, whatever it was asked for: no sweep takes them, since their
/// password is not over.</param>
/// <param name="Tokens">Tokens after one sweep, but for the lasting ones.</param>
/// <param name="ScopeMaps">Scope maps after one sweep, but for the lasting ones'.</param>
internal sealed record Sweeping(int Before, int OfUse, int Lasting, int Tokens, int ScopeMaps)
{
    // Past the longest lifetime of a password, which a fault makes a day, the sweep's allowance for clocks, and the hour that it leaves to scope
    // maps.
    private static readonly TimeSpan Later = TimeSpan.FromHours(26);

    // Every case has a token and a scope map of its own, and there are more of them than a sweep takes unless it is told to.
    private const int Most = 10_000;

    public bool IsClean => this is { OfUse: 0, Tokens: 0, ScopeMaps: 0 };

    /// <summary>Puts the registry's clock forward, and it stays there: nothing else can be run afterwards.</summary>
    public static async Task<Sweeping> RunAsync(ServedRegistry registry)
    {
        await registry.Control.ShiftClockAsync(Later);
        var expired = await registry.Control.TokensAsync();
        var client = registry.Clients.Create("sweep");
        await client.SweepTokensAsync(new AcrTokenSweepSettings().SetRegistryName(registry.Addresses.RegistryId).SetMaximumTokens(Most));
        var lasting = expired.Count(t => t is { HasUsablePassword: true, ExpiresOn: null });
        var scopeMaps = await client
            .ListScopeMapsAsync(new AcrScopeMapListSettings().SetRegistryName(registry.Addresses.RegistryId))
            .CountAsync(m => m.Name.StartsWith("acrt-", StringComparison.Ordinal));
        var left = await registry.Control.TokensAsync();

        // What the clients of this process could not end is on its book still: its own end is not to be about that.
        await registry.Control.DisarmAsync();
        await AcrTokenGuard.RevokeAllAsync();
        var ofUse = expired.Count(t => t is { Enabled: true, HasUsablePassword: true });
        return new Sweeping(expired.Length, ofUse - lasting, lasting, left.Length - lasting, scopeMaps - lasting);
    }
}
