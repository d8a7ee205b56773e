namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenCredentialDelete</c>: removes one password of a token, or both.</summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")
///     .SetName("nightly").SetPasswordName(AcrTokenPasswordName.Password1)</code></example>
public sealed record AcrTokenCredentialDeleteSettings : AcrTokenWriteSettings
{
    /// <summary>Which password to remove. Default null: both. Removing one takes one more request, to see which the token has.</summary>
    public AcrTokenPasswordName? PasswordName { get; init; }

    internal override string Task => "AcrTokenCredentialDelete";
}
