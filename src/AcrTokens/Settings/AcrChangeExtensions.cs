namespace AcrTokens;

/// <summary>Fluent verbs of the settings of tasks that change something. Each returns a changed copy.</summary>
public static class AcrChangeExtensions
{
    /// <inheritdoc cref="IAcrChange.WhatIf"/>
    public static T SetWhatIf<T>(this T settings, bool whatIf)
        where T : AcrSettings, IAcrChange => settings with { WhatIf = whatIf };

    /// <inheritdoc cref="IAcrChange.WhatIf"/>
    public static T EnableWhatIf<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetWhatIf(true);

    /// <inheritdoc cref="IAcrChange.WhatIf"/>
    public static T DisableWhatIf<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetWhatIf(false);

    /// <inheritdoc cref="IAcrChange.WhatIf"/>
    public static T ToggleWhatIf<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetWhatIf(!settings.WhatIf);

    /// <inheritdoc cref="IAcrChange.WhatIf"/>
    public static T ResetWhatIf<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetWhatIf(false);

    /// <inheritdoc cref="IAcrChange.Confirm"/>
    public static T SetConfirm<T>(this T settings, bool confirm)
        where T : AcrSettings, IAcrChange => settings with { Confirm = confirm };

    /// <inheritdoc cref="IAcrChange.Confirm"/>
    public static T EnableConfirm<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetConfirm(true);

    /// <inheritdoc cref="IAcrChange.Confirm"/>
    public static T DisableConfirm<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetConfirm(false);

    /// <inheritdoc cref="IAcrChange.Confirm"/>
    public static T ToggleConfirm<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetConfirm(!settings.Confirm);

    /// <inheritdoc cref="IAcrChange.Confirm"/>
    public static T ResetConfirm<T>(this T settings)
        where T : AcrSettings, IAcrChange => settings.SetConfirm(false);
}
