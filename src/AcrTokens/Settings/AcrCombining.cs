namespace AcrTokens;

/// <summary>Verbs that apply other verbs, with NUKE's meaning.</summary>
/// <remarks>
/// NUKE has an <c>Apply</c> and a <c>When</c> of its own for any object, which mean the same. Ours take any number of
/// configurators, so that a script that imports both compiles: the compiler then prefers NUKE's.
/// </remarks>
public static class AcrCombining
{
    /// <summary>Applies each of them, in order. For steps that several settings share.</summary>
    public static T Apply<T>(this T settings, params Func<T, T>[] configurators)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(configurators);
        return configurators.Aggregate(settings, (changed, configurator) => configurator(changed));
    }

    /// <summary>Applies each of them, in order, where the condition holds.</summary>
    public static T When<T>(this T settings, bool condition, params Func<T, T>[] configurators)
        where T : AcrSettings => condition ? settings.Apply(configurators) : settings;

    /// <summary>Applies it where the condition holds for these settings.</summary>
    public static T When<T>(this T settings, Func<T, bool> condition, Func<T, T> configurator)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition(settings) ? settings.Apply(configurator) : settings;
    }

    /// <summary>One copy a configurator.</summary>
    public static T[] CombineWith<T>(this T settings, params Func<T, T>[] configurators)
        where T : AcrSettings => settings.CombineWith(configurators, (copy, configurator) => configurator(copy));

    /// <summary>One copy a value.</summary>
    public static T[] CombineWith<T, TValue>(this T settings, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : AcrSettings => [.. values.Select(value => configurator(settings, value))];

    /// <summary>For each of the settings, one copy a value.</summary>
    public static T[] CombineWith<T, TValue>(this IEnumerable<T> settings, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : AcrSettings => [.. settings.SelectMany(one => one.CombineWith(values, configurator))];
}
