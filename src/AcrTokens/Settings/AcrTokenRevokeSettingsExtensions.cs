namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenRevokeSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenRevokeSettingsExtensions
{
    /// <inheritdoc cref="AcrTokenRevokeSettings.KeepDisabled"/>
    public static AcrTokenRevokeSettings SetKeepDisabled(this AcrTokenRevokeSettings settings, bool keepDisabled) => settings with { KeepDisabled = keepDisabled };

    /// <inheritdoc cref="AcrTokenRevokeSettings.KeepDisabled"/>
    public static AcrTokenRevokeSettings EnableKeepDisabled(this AcrTokenRevokeSettings settings) => settings.SetKeepDisabled(true);

    /// <inheritdoc cref="AcrTokenRevokeSettings.KeepDisabled"/>
    public static AcrTokenRevokeSettings DisableKeepDisabled(this AcrTokenRevokeSettings settings) => settings.SetKeepDisabled(false);

    /// <inheritdoc cref="AcrTokenRevokeSettings.KeepDisabled"/>
    public static AcrTokenRevokeSettings ToggleKeepDisabled(this AcrTokenRevokeSettings settings) => settings.SetKeepDisabled(!settings.KeepDisabled);

    /// <inheritdoc cref="AcrTokenRevokeSettings.KeepDisabled"/>
    public static AcrTokenRevokeSettings ResetKeepDisabled(this AcrTokenRevokeSettings settings) => settings.SetKeepDisabled(false);
}
