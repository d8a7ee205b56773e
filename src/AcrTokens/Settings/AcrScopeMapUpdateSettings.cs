namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrScopeMapUpdate</c>, the counterpart of Update-AzContainerRegistryScopeMap. Either <see cref="Scopes"/> replaces all permissions,
/// or permissions are added and removed, which takes one more request to read the current ones.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("app-push").SetDescription("Pushes the
/// app")</code></example>
public sealed record AcrScopeMapUpdateSettings : AcrScopeMapChangeSettings
{
    /// <summary>The permissions that replace all current ones. Default: null, which keeps them.</summary>
    public IReadOnlyList<AcrScope>? Scopes { get; init; }

    /// <summary>The permissions to add.</summary>
    public IReadOnlyList<AcrScope> AddedScopes { get; init; } = [];

    /// <summary>The permissions to remove.</summary>
    public IReadOnlyList<AcrScope> RemovedScopes { get; init; } = [];

    internal override string Task => "AcrScopeMapUpdate";

    internal override IEnumerable<AcrScope?> AllScopes => [.. Scopes ?? [], .. AddedScopes ?? [], .. RemovedScopes ?? []];

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        var own = OwnHosts;

        var changes = AddedScopes is not [] || RemovedScopes is not [];
        mistakes.AddIf(
            Scopes is null && !changes && Description is null,
            "nothing is to be changed (SetScopes, AddRepository, RemoveRepository, SetDescription)"
        );
        mistakes.AddIf(Scopes is not null && changes, "permissions are both replaced and added or removed: choose one");
        mistakes.AddIf(Scopes?.Count == 0, "the scope map would permit nothing: delete it, or say what it permits");
        AcrScope.CheckAll(Scopes ?? [], mistakes, own);
        AcrScope.CheckAll(AddedScopes, mistakes, own);
        AcrScope.CheckAll(RemovedScopes, mistakes, own);
        foreach (var both in Actions(AddedScopes, own).Intersect(Actions(RemovedScopes, own)))
            mistakes.Add($"'{both}' is both added and removed");
    }

    private static IEnumerable<string> Actions(IEnumerable<AcrScope?>? scopes, OwnHosts own) =>
        (scopes ?? []).OfType<AcrScope>().SelectMany(s => s.InForm(own).ToActions());
}
