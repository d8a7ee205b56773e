namespace AcrTokens;

/// <summary>Fluent verbs of every task's settings. Each returns a changed copy.</summary>
public static partial class AcrSettingsExtensions
{
    /// <summary>
    /// Sets the registry by its full resource id. In settings of a token or a scope map, sets both by the full resource id of that.
    /// </summary>
    public static T SetResourceId<T>(this T settings, string resourceId)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(settings);
        return (T)settings.WithResourceId(resourceId);
    }

    /// <summary>Sets the registry from a registry that a task returned.</summary>
    public static T SetRegistry<T>(this T settings, AcrRegistry registry)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(registry);
        return settings.SetRegistryName(registry.Id.ToString());
    }
}
