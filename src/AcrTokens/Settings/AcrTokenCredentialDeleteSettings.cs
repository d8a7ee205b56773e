namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenCredentialDelete</c>: removes one password of a token, or both.</summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds")
///     .SetName("nightly").SetPasswordName(AcrTokenPasswordName.Password1)</code></example>
public sealed record AcrTokenCredentialDeleteSettings : AcrTokenWriteSettings
{
    /// <summary>
    /// The password to remove. Default: null, which removes both. Removing one takes one more request, to read the token's passwords.
    /// </summary>
    public AcrTokenPasswordName? PasswordName { get; init; }

    internal override string Task => "AcrTokenCredentialDelete";
}
