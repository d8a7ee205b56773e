namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrCredentialRegenerateSettings"/>. Each returns a changed copy.</summary>
public static class AcrCredentialRegenerateSettingsExtensions
{
    /// <inheritdoc cref="AcrCredentialRegenerateSettings.PasswordName"/>
    public static AcrCredentialRegenerateSettings SetPasswordName(this AcrCredentialRegenerateSettings settings, AcrAdminPasswordName? passwordName) =>
        settings with { PasswordName = passwordName };

    /// <inheritdoc cref="AcrCredentialRegenerateSettings.PasswordName"/>
    public static AcrCredentialRegenerateSettings ResetPasswordName(this AcrCredentialRegenerateSettings settings) => settings with { PasswordName = null };
}
