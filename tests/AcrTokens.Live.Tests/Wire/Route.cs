using System.Text.RegularExpressions;

namespace AcrTokens.Live.Tests.Wire;

/// <summary>A request without the names in it, so that two runs can be compared.</summary>
internal static partial class Route
{
    public static string Of(Taken exchange)
    {
        var path = Own().Replace(Digest().Replace(Registry().Replace(exchange.Address.AbsolutePath, ""), "*"), "*");
        return $"{exchange.Method} {Poll().Replace(Upload().Replace(path, "$1*"), "poll")}";
    }

    /// <summary>Whether the request asks how far an operation is. How often it is asked depends on the service's speed.</summary>
    public static bool IsPoll(Taken exchange) => Poll().IsMatch(exchange.Address.AbsolutePath);

    [GeneratedRegex("^/subscriptions/.*/registries/[^/]+/", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex("^.*/operation(Statuses|Results)/.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Poll();

    [GeneratedRegex("(/blobs/uploads/).+")]
    private static partial Regex Upload();

    [GeneratedRegex("sha256:[0-9a-f]+")]
    private static partial Regex Digest();

    // Names that a probe made up, and the hashed names of a mint's scope maps.
    [GeneratedRegex("(?<=/)[^/]*(acrtlive|acrt-[0-9a-f]{32})[^/]*")]
    private static partial Regex Own();
}
