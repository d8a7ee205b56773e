using Newtonsoft.Json;

namespace Nuke.Common.Tooling;

public static class OptionsExtensions
{
    /// <remarks>As in NUKE, the copy has the type that the caller sees, and the values that survive JSON.</remarks>
    public static T Modify<T>(this T options, Action<IOptions> modification = null)
        where T : IOptions
    {
        var copy = JsonConvert.DeserializeObject<T>(JsonConvert.SerializeObject(options));
        modification?.Invoke(copy);
        return copy;
    }

    public static T Apply<T>(this T options, Configure<T> configurator)
        where T : Options, new() => configurator(options);

    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options, new() => condition(options) ? configurator(options) : options;

    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => [.. values.Select(x => configurator(options, x))];
}
