namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenPreflightSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenPreflightSettingsExtensions
{
    private static readonly AcrTokenPreflightSettings Default = new();

    /// <inheritdoc cref="AcrTokenPreflightSettings.Lifetime"/>
    public static AcrTokenPreflightSettings SetLifetime(this AcrTokenPreflightSettings settings, TimeSpan lifetime) => settings with { Lifetime = lifetime };

    /// <inheritdoc cref="AcrTokenPreflightSettings.Lifetime"/>
    public static AcrTokenPreflightSettings ResetLifetime(this AcrTokenPreflightSettings settings) => settings with { Lifetime = Default.Lifetime };

    /// <inheritdoc cref="AcrTokenPreflightSettings.ScopeMap"/>
    public static AcrTokenPreflightSettings SetScopeMap(this AcrTokenPreflightSettings settings, string? scopeMap) => settings with { ScopeMap = scopeMap };

    /// <inheritdoc cref="AcrTokenPreflightSettings.ScopeMap"/>
    public static AcrTokenPreflightSettings ResetScopeMap(this AcrTokenPreflightSettings settings) => settings with { ScopeMap = Default.ScopeMap };
}
