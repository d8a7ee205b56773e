namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenCredentialGenerateSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenCredentialGenerateSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenCredentialGenerateSettings.PasswordName"/>
    public static AcrTokenCredentialGenerateSettings SetPasswordName(this AcrTokenCredentialGenerateSettings settings, AcrTokenPasswordName? passwordName) =>
        settings with { PasswordName = passwordName };

    /// <inheritdoc cref="AcrTokenCredentialGenerateSettings.PasswordName"/>
    public static AcrTokenCredentialGenerateSettings ResetPasswordName(this AcrTokenCredentialGenerateSettings settings) =>
        settings with { PasswordName = null };

    /// <inheritdoc cref="AcrTokenCredentialGenerateSettings.ExpiresOn"/>
    public static AcrTokenCredentialGenerateSettings SetExpiresOn(this AcrTokenCredentialGenerateSettings settings, DateTimeOffset? expiresOn) =>
        settings with { ExpiresOn = expiresOn };

    /// <inheritdoc cref="AcrTokenCredentialGenerateSettings.ExpiresOn"/>
    public static AcrTokenCredentialGenerateSettings ResetExpiresOn(this AcrTokenCredentialGenerateSettings settings) =>
        settings with { ExpiresOn = null };

    /// <inheritdoc cref="AcrTokenCredentialGenerateSettings.Lifetime"/>
    public static AcrTokenCredentialGenerateSettings SetLifetime(this AcrTokenCredentialGenerateSettings settings, TimeSpan? lifetime) =>
        settings with { Lifetime = lifetime };

    /// <inheritdoc cref="AcrTokenCredentialGenerateSettings.Lifetime"/>
    public static AcrTokenCredentialGenerateSettings ResetLifetime(this AcrTokenCredentialGenerateSettings settings) =>
        settings with { Lifetime = null };
}
