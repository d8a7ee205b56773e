namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenGet</c>, the counterpart of Get-AzContainerRegistryToken with a name.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("nightly")</code></example>
public sealed record AcrTokenGetSettings : AcrTokenSettings
{
    internal override string Task => "AcrTokenGet";
}
