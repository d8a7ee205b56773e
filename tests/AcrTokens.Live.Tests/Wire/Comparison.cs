namespace AcrTokens.Live.Tests.Wire;

/// <summary>Compares the service's responses with the emulator's to the same requests.</summary>
internal static class Comparison
{
    /// <summary>One line per difference; empty if the emulator behaves as the service does.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Taken> service, IReadOnlyList<Taken> emulator)
    {
        var (seen, expected) = (Last(service), Last(emulator));
        return
        [
            .. seen.Where(e => expected.ContainsKey(e.Key)).SelectMany(e => Differences(e.Key, e.Value, expected[e.Key])),
            .. seen.Where(e => !expected.ContainsKey(e.Key) && !Route.IsPoll(e.Value)).Select(e => $"{e.Key}: sent to the service only"),
            .. expected.Where(e => !seen.ContainsKey(e.Key) && !Route.IsPoll(e.Value)).Select(e => $"{e.Key}: sent to the emulator only"),
        ];
    }

    // A step that asks again and again ends with the response that it waited for.
    private static Dictionary<string, Taken> Last(IReadOnlyList<Taken> exchanges) =>
        exchanges.GroupBy(e => $"{e.Step}: {Route.Of(e)}").ToDictionary(group => group.Key, group => group.Last());

    private static IEnumerable<string> Differences(string key, Taken service, Taken emulator)
    {
        var (has, expected) = (Shape.Of(service), Shape.Of(emulator));
        return has.Except(expected)
            .Select(line => $"{key}: only the service has '{line}'")
            .Concat(expected.Except(has).Select(line => $"{key}: only the emulator has '{line}'"));
    }
}
