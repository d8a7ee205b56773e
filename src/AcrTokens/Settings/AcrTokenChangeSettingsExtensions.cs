namespace AcrTokens;

/// <summary>Fluent verbs that creating and updating a token share. Each returns a changed copy.</summary>
public static class AcrTokenChangeSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenChangeSettings.ScopeMap"/>
    public static T SetScopeMap<T>(this T settings, string? scopeMap)
        where T : AcrTokenChangeSettings => settings with { ScopeMap = scopeMap };

    /// <inheritdoc cref="AcrTokenChangeSettings.ScopeMap"/>
    public static T ResetScopeMap<T>(this T settings)
        where T : AcrTokenChangeSettings => settings with { ScopeMap = null };

    /// <inheritdoc cref="AcrTokenChangeSettings.Status"/>
    public static T SetStatus<T>(this T settings, AcrTokenStatus? status)
        where T : AcrTokenChangeSettings => settings with { Status = status };

    /// <inheritdoc cref="AcrTokenChangeSettings.Status"/>
    public static T ResetStatus<T>(this T settings)
        where T : AcrTokenChangeSettings => settings with { Status = null };

    /// <summary>The token may log in.</summary>
    public static T Enable<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetStatus(AcrTokenStatus.Enabled);

    /// <summary>New logins with the token are refused.</summary>
    public static T Disable<T>(this T settings)
        where T : AcrTokenChangeSettings => settings.SetStatus(AcrTokenStatus.Disabled);
}
