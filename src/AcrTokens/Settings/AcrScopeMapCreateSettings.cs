namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrScopeMapCreate</c>, the counterpart of New-AzContainerRegistryScopeMap. Replaces a scope map of that name; tokens that use it
/// get the new permissions.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("app-push").AddRepository("samples/app",
/// AcrPermission.Push)</code></example>
public sealed record AcrScopeMapCreateSettings : AcrScopeMapChangeSettings
{
    /// <summary>The permissions; at least one, and at most 500 actions in all.</summary>
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
