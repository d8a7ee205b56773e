namespace AcrTokens;

/// <summary>Settings of <c>AcrCredentialGet</c>, the counterpart of Get-AzContainerRegistryCredential: the registry's admin user, not a token.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrCredentialGetSettings : AcrSettings
{
    internal override string Task => "AcrCredentialGet";
}
