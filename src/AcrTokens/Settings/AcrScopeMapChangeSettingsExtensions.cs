namespace AcrTokens;

/// <summary>Fluent verbs that creating and updating a scope map share. Each returns a changed copy.</summary>
public static class AcrScopeMapChangeSettingsExtensions
{
    /// <inheritdoc cref="AcrScopeMapChangeSettings.Description"/>
    public static T SetDescription<T>(this T settings, string? description)
        where T : AcrScopeMapChangeSettings => settings with { Description = description };

    /// <inheritdoc cref="AcrScopeMapChangeSettings.Description"/>
    public static T ResetDescription<T>(this T settings)
        where T : AcrScopeMapChangeSettings => settings with { Description = null };
}
