using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults;

/// <summary>The remaining resources once everything has expired, and after one sweep.</summary>
/// <param name="Before">Tokens before the sweep.</param>
/// <param name="OfUse">Those of them that can still log in, although their passwords should have expired.</param>
/// <param name="Lasting">Tokens that got a password without an expiry, regardless of the request. No sweep deletes them, since their password
/// has not expired.</param>
/// <param name="Tokens">Tokens after one sweep, except the lasting ones, and existing ones that it left disabled.</param>
/// <param name="ScopeMaps">Scope maps after one sweep, except the lasting tokens'.</param>
internal sealed record Sweeping(int Before, int OfUse, int Lasting, int Tokens, int ScopeMaps)
{
    // Beyond the longest lifetime of a password, which a fault extends to a day, the sweep's clock skew, and the hour that it leaves to scope
    // maps.
    private static readonly TimeSpan Later = TimeSpan.FromHours(26);

    // Every case has a token and a scope map of its own, and there are more of them than a sweep takes unless it is told to.
    private const int Most = 10_000;

    public bool IsClean => this is { OfUse: 0, Tokens: 0, ScopeMaps: 0 };

    /// <summary>Sweeps after moving the registry's clock forward. The clock stays there, so nothing else can run afterwards.</summary>
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
        var left = (await registry.Control.TokensAsync())
            .Where(t => !t.Name.StartsWith(ClientFactory.Existing, StringComparison.Ordinal) || t.Enabled)
            .ToList();

        // This process still has open leases that its clients could not end. Its own end must not try them again.
        await registry.Control.DisarmAsync();
        await AcrTokenGuard.RevokeAllAsync();
        var ofUse = expired.Count(t => t is { Enabled: true, HasUsablePassword: true });
        return new Sweeping(expired.Length, ofUse - lasting, lasting, left.Count - lasting, scopeMaps - lasting);
    }
}
