namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenCredentialDeleteSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenCredentialDeleteSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenCredentialDeleteSettings.PasswordName"/>
    public static AcrTokenCredentialDeleteSettings SetPasswordName(this AcrTokenCredentialDeleteSettings settings, AcrTokenPasswordName? passwordName) =>
        settings with { PasswordName = passwordName };

    /// <inheritdoc cref="AcrTokenCredentialDeleteSettings.PasswordName"/>
    public static AcrTokenCredentialDeleteSettings ResetPasswordName(this AcrTokenCredentialDeleteSettings settings) =>
        settings with { PasswordName = null };
}
