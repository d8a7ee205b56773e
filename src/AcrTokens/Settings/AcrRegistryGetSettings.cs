namespace AcrTokens;

/// <summary>Settings of <c>AcrRegistryGet</c>, the counterpart of Get-AzContainerRegistry with a name.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrRegistryGetSettings : AcrSettings
{
    internal override string Task => "AcrRegistryGet";
}
