namespace AcrTokens;

/// <summary>
/// The registry's admin user, not a token. Settings of <c>AcrCredentialGet</c>, the counterpart of Get-AzContainerRegistryCredential.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")</code></example>
public sealed record AcrCredentialGetSettings : AcrSettings
{
    internal override string Task => "AcrCredentialGet";
}
