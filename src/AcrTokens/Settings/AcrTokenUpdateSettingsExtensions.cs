namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenUpdateSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenUpdateSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenUpdateSettings.Passwords"/>
    public static AcrTokenUpdateSettings SetPasswords(this AcrTokenUpdateSettings settings, params IEnumerable<AcrTokenPasswordName> passwords) =>
        settings with { Passwords = [.. passwords] };

    /// <summary>Keep that password too.</summary>
    public static AcrTokenUpdateSettings AddPassword(this AcrTokenUpdateSettings settings, AcrTokenPasswordName password) =>
        settings.SetPasswords([.. settings.Passwords ?? [], password]);

    /// <summary>Keep no password: both are removed.</summary>
    public static AcrTokenUpdateSettings ClearPasswords(this AcrTokenUpdateSettings settings) => settings.SetPasswords();

    /// <summary>Leave the passwords alone.</summary>
    public static AcrTokenUpdateSettings ResetPasswords(this AcrTokenUpdateSettings settings) => settings with { Passwords = null };
}
