namespace AcrTokens;

/// <summary>
/// A new password of the registry's admin user, not of a token: settings of <c>AcrCredentialRegenerate</c>, the counterpart of
/// Update-AzContainerRegistryCredential. It takes about a minute to reach all of the registry.
/// </summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetPasswordName(AcrAdminPasswordName.Password2)</code></example>
public sealed record AcrCredentialRegenerateSettings : AcrSettings, IAcrChange
{
    /// <summary>Which of the admin user's passwords. Required.</summary>
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
