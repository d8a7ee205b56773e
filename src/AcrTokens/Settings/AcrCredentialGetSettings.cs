namespace AcrTokens;

/// <summary>Settings of <c>AcrCredentialGet</c>, the counterpart of Get-AzContainerRegistryCredential: the registry's admin user, not a token.</summary>
public sealed record AcrCredentialGetSettings : AcrSettings
{
    internal override string Task => "AcrCredentialGet";
}
