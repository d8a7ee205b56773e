namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenCreateSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrTokenCreateSettingsExtensions
{
    /// <summary>
    /// Copies all settable properties of a token: scope map, status, passwords to keep (none without <see cref="AcrTokenCreateSettings.Overwrite"/>)
    /// and certificates. Does not copy its name and registry: set them, or use <c>SetResourceId(token)</c>.
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
