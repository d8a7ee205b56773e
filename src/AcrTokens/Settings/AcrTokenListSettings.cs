namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenList</c>, the counterpart of Get-AzContainerRegistryToken without a name.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrTokenListSettings : AcrSettings
{
    internal override string Task => "AcrTokenList";
}
