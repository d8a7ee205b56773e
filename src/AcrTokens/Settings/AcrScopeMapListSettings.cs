namespace AcrTokens;

/// <summary>Settings of <c>AcrScopeMapList</c>, the counterpart of Get-AzContainerRegistryScopeMap without a name.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrScopeMapListSettings : AcrSettings
{
    internal override string Task => "AcrScopeMapList";
}
