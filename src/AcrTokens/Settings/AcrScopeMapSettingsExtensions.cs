namespace AcrTokens;

/// <summary>Fluent verbs of the settings that name a scope map. Each returns a changed copy.</summary>
public static partial class AcrScopeMapSettingsExtensions
{
    /// <summary>Names the registry and the scope map by what the library returned for it.</summary>
    public static T SetResourceId<T>(this T settings, AcrScopeMap scopeMap)
        where T : AcrScopeMapSettings
    {
        ArgumentNullException.ThrowIfNull(scopeMap);
        return settings.SetResourceId(scopeMap.Id.ToString());
    }
}
