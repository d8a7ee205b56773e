namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenCreateSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenCreateSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenCreateSettings.Overwrite"/>
    public static AcrTokenCreateSettings SetOverwrite(this AcrTokenCreateSettings settings, bool overwrite) => settings with { Overwrite = overwrite };

    /// <inheritdoc cref="AcrTokenCreateSettings.Overwrite"/>
    public static AcrTokenCreateSettings EnableOverwrite(this AcrTokenCreateSettings settings) => settings.SetOverwrite(true);

    /// <inheritdoc cref="AcrTokenCreateSettings.Overwrite"/>
    public static AcrTokenCreateSettings DisableOverwrite(this AcrTokenCreateSettings settings) => settings.SetOverwrite(false);

    /// <inheritdoc cref="AcrTokenCreateSettings.Overwrite"/>
    public static AcrTokenCreateSettings ToggleOverwrite(this AcrTokenCreateSettings settings) => settings.SetOverwrite(!settings.Overwrite);

    /// <inheritdoc cref="AcrTokenCreateSettings.Overwrite"/>
    public static AcrTokenCreateSettings ResetOverwrite(this AcrTokenCreateSettings settings) => settings.SetOverwrite(false);
}
