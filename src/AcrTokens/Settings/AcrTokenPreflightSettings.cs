namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenPreflight</c>: checks, without writing anything, whether a mint and its revocation would work.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrTokenPreflightSettings : AcrSettings
{
    /// <summary>The lifetime of the lease that is planned. Default 30 minutes, as the mint's.</summary>
    public TimeSpan Lifetime { get; init; } = AcrTokenMintSettings.DefaultLifetime;

    /// <summary>
    /// The scope map that the mint is to be given, by name or resource id: it is looked for, and rights on scope maps are not
    /// asked for. Default null: the mint names repositories, and makes a scope map of its own.
    /// </summary>
    public string? ScopeMap { get; init; }

    internal override string Task => "AcrTokenPreflight";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        mistakes.AddIf(Lifetime <= TimeSpan.Zero, $"lifetime {Lifetime} is not positive");
        if (ScopeMap is not null)
            CheckScopeMap(mistakes, ScopeMap);
    }
}
