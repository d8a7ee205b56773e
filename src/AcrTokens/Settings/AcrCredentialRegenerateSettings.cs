namespace AcrTokens;

/// <summary>
/// The registry's admin user, not a token: regenerates one of its passwords. Settings of <c>AcrCredentialRegenerate</c>, the counterpart of
/// Update-AzContainerRegistryCredential. A new password takes about a minute to propagate through the registry.
/// </summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetPasswordName(AcrAdminPasswordName.Password2)</code></example>
public sealed record AcrCredentialRegenerateSettings : AcrSettings, IAcrChange
{
    /// <summary>The admin user's password to regenerate. Required.</summary>
    public AcrAdminPasswordName? PasswordName { get; init; }

    /// <inheritdoc/>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }

    internal override string Task => "AcrCredentialRegenerate";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        if (PasswordName is null)
            mistakes.Add("no password is named (SetPasswordName)");
        else if (!Enum.IsDefined(PasswordName.Value))
            mistakes.Add($"'{PasswordName}' is not one of the admin user's passwords, Password and Password2");
    }
}
