namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrScopeMapDelete</c>, the counterpart of Remove-AzContainerRegistryScopeMap. Tokens that use it lose its permissions. A scope map
/// that does not exist counts as deleted.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("app-push")</code></example>
public sealed record AcrScopeMapDeleteSettings : AcrScopeMapWriteSettings
{
    internal override string Task => "AcrScopeMapDelete";
}
