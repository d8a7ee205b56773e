namespace AcrTokens;

/// <summary>Fluent verbs of settings with a scope map's name. Each returns a changed copy.</summary>
public static partial class AcrScopeMapSettingsExtensions
{
    /// <summary>Sets the registry and the scope map from a scope map that a task returned.</summary>
    public static T SetResourceId<T>(this T settings, AcrScopeMap scopeMap)
        where T : AcrScopeMapSettings
    {
        ArgumentNullException.ThrowIfNull(scopeMap);
        return settings.SetResourceId(scopeMap.Id.ToString());
    }
}
