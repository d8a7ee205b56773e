namespace AcrTokens;

/// <summary>Verbs that apply other verbs, with the same meaning as NUKE's.</summary>
/// <remarks>
/// NUKE has its own <c>Apply</c> and <c>When</c> for any object, with the same meaning. These take any number of configurators, so that a script that
/// imports both compiles: the compiler then prefers NUKE's.
/// </remarks>
public static class AcrCombining
{
    /// <summary>Applies the configurators in order, for steps that several settings share.</summary>
    public static T Apply<T>(this T settings, params Func<T, T>[] configurators)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(configurators);
        return configurators.Aggregate(settings, (changed, configurator) => configurator(changed));
    }

    /// <summary>Applies the configurators in order if the condition is true.</summary>
    public static T When<T>(this T settings, bool condition, params Func<T, T>[] configurators)
        where T : AcrSettings => condition ? settings.Apply(configurators) : settings;

    /// <summary>Applies the configurator if the condition is true for these settings.</summary>
    public static T When<T>(this T settings, Func<T, bool> condition, Func<T, T> configurator)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition(settings) ? settings.Apply(configurator) : settings;
    }

    /// <summary>Creates a copy for each configurator.</summary>
    public static T[] CombineWith<T>(this T settings, params Func<T, T>[] configurators)
        where T : AcrSettings => settings.CombineWith(configurators, (copy, configurator) => configurator(copy));

    /// <summary>Creates a copy for each value.</summary>
    public static T[] CombineWith<T, TValue>(this T settings, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : AcrSettings => [.. values.Select(value => configurator(settings, value))];

    /// <summary>Creates a copy of each of the settings for each value.</summary>
    public static T[] CombineWith<T, TValue>(this IEnumerable<T> settings, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : AcrSettings => [.. settings.SelectMany(one => one.CombineWith(values, configurator))];
}
