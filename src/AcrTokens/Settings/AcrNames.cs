using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>The patterns of valid names: from the service's REST specification, and for repositories from the distribution specification.</summary>
internal static partial class AcrNames
{
    public const string RegistryRule = "5 to 50 letters and digits";
    public const string TokenRule = "5 to 50 letters, digits and hyphens";
    public const string PrefixRule = "a letter, then up to 11 letters, digits and hyphens";
    public const string ScopeMapRule = "5 to 50 letters, digits, hyphens and underscores";

    /// <summary>The maximum number of actions in a scope map, in all tiers.</summary>
    public const int MaximumActions = 500;

    [GeneratedRegex("^[a-zA-Z0-9]{5,50}\\z")]
    public static partial Regex Registry();

    [GeneratedRegex("^[a-zA-Z0-9-]{5,50}\\z")]
    public static partial Regex Token();

    [GeneratedRegex("^[a-zA-Z0-9_-]{5,50}\\z")]
    public static partial Regex ScopeMap();

    [GeneratedRegex("^[-\\w._()]{0,89}[-\\w_()]\\z")]
    public static partial Regex ResourceGroup();

    /// <summary>A name with the hash that the service appended, if its domain name label has one.</summary>
    [GeneratedRegex("^(?<name>[a-zA-Z0-9]{5,50})-[a-zA-Z0-9]+\\z")]
    public static partial Regex Label();

    /// <summary>
    /// A registry's host in one of Azure's clouds, in lower case: its login server, or a regional endpoint with the region and <c>geo</c> in the
    /// middle.
    /// </summary>
    [GeneratedRegex("^(?<label>(?<name>[a-z0-9]{5,50})(-[a-z0-9]+)?)(\\.(?<region>[a-z0-9]+)\\.geo)?\\.azurecr\\.(io|cn|us)\\z")]
    public static partial Regex LoginServer();

    /// <summary>A registry's data endpoint, for layer downloads; nothing logs in there.</summary>
    [GeneratedRegex("^(?<label>[a-z0-9]{5,50}(-[a-z0-9]+)?)\\.[a-z0-9]+\\.data\\.azurecr\\.(?<cloud>io|cn|us)\\z")]
    public static partial Regex DataEndpoint();

    /// <summary>An emulator's host: this machine, with a port.</summary>
    [GeneratedRegex("^(localhost|127\\.0\\.0\\.1|\\[::1\\]):[0-9]{1,5}\\z")]
    public static partial Regex LoopbackLoginServer();

    /// <summary>Path segments in lower case; a wildcard only as the whole name or the last segment.</summary>
    [GeneratedRegex("^(\\*|" + PathPart + "(/" + PathPart + ")*(/\\*)?)\\z")]
    public static partial Regex Repository();

    /// <summary>The resource id of a registry, or of a token or scope map in it; each segment matches its own pattern.</summary>
    [GeneratedRegex(
        "^/subscriptions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/resourceGroups/[-\\w._()]{0,89}[-\\w_()]/providers/Microsoft\\.ContainerRegistry/registries/[a-z0-9]{5,50}(/(tokens/[a-z0-9-]{5,50}|scopeMaps/[a-z0-9_-]{5,50}))?\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex ResourceId();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9-]{0,11}\\z")]
    public static partial Regex Prefix();

    private const string PathPart = "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*";
}
