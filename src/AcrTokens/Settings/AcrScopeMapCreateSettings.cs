namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrScopeMapCreate</c>, the counterpart of New-AzContainerRegistryScopeMap. A scope map of that name is replaced,
/// and the tokens that use it have the new permissions.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("app-push").AddRepository("samples/app",
/// AcrPermission.Push)</code></example>
public sealed record AcrScopeMapCreateSettings : AcrScopeMapChangeSettings
{
    /// <summary>What the scope map permits; at least one, together at most 500 actions.</summary>
    public IReadOnlyList<AcrScope> Scopes { get; init; } = [];

    internal override string Task => "AcrScopeMapCreate";

    internal override IEnumerable<AcrScope?> AllScopes => Scopes ?? [];

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        mistakes.AddIf(Scopes is [], "the scope map permits nothing (AddRepository, AddGateway)");
        AcrScope.CheckAll(Scopes, mistakes, OwnHosts);
    }
}
