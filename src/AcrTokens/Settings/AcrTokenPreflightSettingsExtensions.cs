namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenPreflightSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrTokenPreflightSettingsExtensions
{
    /// <summary>Checks one existing token.</summary>
    public static AcrTokenPreflightSettings SetToken(this AcrTokenPreflightSettings settings, string token) => settings.SetTokens(token);

    /// <summary>Adds an existing token.</summary>
    public static AcrTokenPreflightSettings AddToken(this AcrTokenPreflightSettings settings, string token) =>
        settings.SetTokens([.. settings.Tokens, token]);

    /// <summary>Removes an existing token.</summary>
    public static AcrTokenPreflightSettings RemoveToken(this AcrTokenPreflightSettings settings, string token) =>
        settings.SetTokens(settings.Tokens.Where(name => !string.Equals(name, token, StringComparison.OrdinalIgnoreCase)));
}
