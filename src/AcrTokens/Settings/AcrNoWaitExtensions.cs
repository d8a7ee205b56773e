namespace AcrTokens;

/// <summary>Fluent verbs of the settings of tasks that need not wait. Each returns a changed copy.</summary>
public static class AcrNoWaitExtensions
{
    /// <inheritdoc cref="IAcrNoWait.NoWait"/>
    public static T SetNoWait<T>(this T settings, bool noWait)
        where T : AcrSettings, IAcrNoWait => settings with { NoWait = noWait };

    /// <inheritdoc cref="IAcrNoWait.NoWait"/>
    public static T EnableNoWait<T>(this T settings)
        where T : AcrSettings, IAcrNoWait => settings.SetNoWait(true);

    /// <inheritdoc cref="IAcrNoWait.NoWait"/>
    public static T DisableNoWait<T>(this T settings)
        where T : AcrSettings, IAcrNoWait => settings.SetNoWait(false);

    /// <inheritdoc cref="IAcrNoWait.NoWait"/>
    public static T ToggleNoWait<T>(this T settings)
        where T : AcrSettings, IAcrNoWait => settings.SetNoWait(!settings.NoWait);

    /// <inheritdoc cref="IAcrNoWait.NoWait"/>
    public static T ResetNoWait<T>(this T settings)
        where T : AcrSettings, IAcrNoWait => settings.SetNoWait(false);
}
