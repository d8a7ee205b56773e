namespace AcrTokens;

/// <summary>Settings of <c>AcrScopeMapGet</c>, the counterpart of Get-AzContainerRegistryScopeMap with a name.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("app-push")</code></example>
public sealed record AcrScopeMapGetSettings : AcrScopeMapSettings
{
    internal override string Task => "AcrScopeMapGet";
}
