namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenCreateSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrTokenCreateSettingsExtensions
{
    /// <summary>
    /// Takes all that can be sent from a token as it was read: scope map, status, passwords to keep (without
    /// <see cref="AcrTokenCreateSettings.Overwrite"/> none) and certificates. Its name and registry are not taken: say them, or
    /// <c>SetResourceId(token)</c>.
    /// </summary>
    public static AcrTokenCreateSettings SetToken(this AcrTokenCreateSettings settings, AcrToken token)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(token);
        return settings with
        {
            ScopeMap = token.ScopeMapId?.ToString(),
            Status = token.Status.Value is { Length: > 0 } ? token.Status : null,
            Passwords = settings.Overwrite ? token.Passwords : null,
            Certificates = token.Certificates.Count > 0 ? token.Certificates : null,
        };
    }
}
