using System.Text.RegularExpressions;

namespace AcrTokens.Analyzers;

/// <summary>The names that the library takes, and so the service. A test holds them to the library's own.</summary>
internal static class Names
{
    private const string PathPart = "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*";

    public static bool IsToken(string name) => Is(name, "[a-zA-Z0-9-]{5,50}");

    public static bool IsScopeMap(string name) => Is(name, "[a-zA-Z0-9_-]{5,50}");

    public static bool IsPrefix(string name) => Is(name, "[a-zA-Z][a-zA-Z0-9-]{0,11}");

    /// <summary>A name or a login server. Of a resource id only what it is for is looked at.</summary>
    public static bool IsRegistry(string name) => IsResource(name, "registries")
        ?? (Is(name, "[a-zA-Z0-9]{5,50}") || Is(name, "[a-zA-Z0-9]{5,50}(-[a-zA-Z0-9]+)?\\.azurecr\\.(io|cn|us)", RegexOptions.IgnoreCase));

    public static bool IsScopeMapReference(string name) => IsResource(name, "scopeMaps") ?? IsScopeMap(name);

    public static bool IsRepository(string name) => Is(name, "(\\*|" + PathPart + "(/" + PathPart + ")*(/\\*)?)");

    private static bool? IsResource(string name, string kind) =>
        name.StartsWith("/", StringComparison.Ordinal) ? name.IndexOf($"/{kind}/", StringComparison.OrdinalIgnoreCase) > 0 : null;

    private static bool Is(string name, string pattern, RegexOptions options = RegexOptions.None) => Regex.IsMatch(name, $"^(?:{pattern})\\z", options | RegexOptions.CultureInvariant);
}
