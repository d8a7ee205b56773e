namespace AcrTokens;

/// <summary>Fluent verbs of settings with a token's name. Each returns a changed copy.</summary>
public static partial class AcrTokenSettingsExtensions
{
    /// <summary>Sets the registry and the token from a token that a task returned.</summary>
    public static T SetResourceId<T>(this T settings, AcrToken token)
        where T : AcrTokenSettings
    {
        ArgumentNullException.ThrowIfNull(token);
        return settings.SetResourceId(token.Id.ToString());
    }
}
