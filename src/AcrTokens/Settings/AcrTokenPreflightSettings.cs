namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenPreflight</c>: checks, without writing anything, whether a mint and its revocation would work.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrTokenPreflightSettings : AcrSettings
{
    /// <summary>
    /// The planned lease's lifetime; for a prepared token, with the time of its preparation. Default: 30 minutes, as for a mint.
    /// </summary>
    public TimeSpan Lifetime { get; init; } = AcrTokenMintSettings.DefaultLifetime;

    /// <summary>
    /// The mint's scope map, by name or resource id. The preflight checks that it exists, and does not check permissions on scope maps. Default:
    /// null: the mint names repositories and creates a scope map.
    /// </summary>
    public string? ScopeMap { get; init; }

    /// <summary>The mint's existing tokens, by name. The preflight checks them instead of the quota. Default: none, a new token.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    internal override string Task => "AcrTokenPreflight";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        mistakes.AddIf(Lifetime <= TimeSpan.Zero, $"lifetime {Lifetime} is not positive");
        if (ScopeMap is not null)
            CheckScopeMap(mistakes, ScopeMap);
        foreach (var token in mistakes.Present("tokens", Tokens))
            CheckToken(mistakes, token);
        mistakes.AddIf(
            ScopeMap is not null && Tokens is { Count: > 0 },
            "an existing token has its own permissions: leave out SetScopeMap, or SetToken"
        );
    }
}
