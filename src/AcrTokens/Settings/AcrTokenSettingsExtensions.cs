namespace AcrTokens;

/// <summary>Fluent verbs of the settings that name a token. Each returns a changed copy.</summary>
public static partial class AcrTokenSettingsExtensions
{
    /// <summary>Names the registry and the token by what the library returned for it.</summary>
    public static T SetResourceId<T>(this T settings, AcrToken token)
        where T : AcrTokenSettings
    {
        ArgumentNullException.ThrowIfNull(token);
        return settings.SetResourceId(token.Id.ToString());
    }
}
