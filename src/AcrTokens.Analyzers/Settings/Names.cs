namespace AcrTokens.Analyzers;

/// <summary>
/// The names that the library accepts. A test compares them to the library's own patterns. They are checked by hand, since constructing
/// a regular expression takes longer than all rules together.
/// </summary>
internal static class Names
{
    private const int Shortest = 5;
    private const int Longest = 50;
    private const int LongestPrefix = 12;

    private static readonly string[] Hosts = [".azurecr.io", ".azurecr.cn", ".azurecr.us"];
    private static readonly string[] Schemes = ["https://", "http://"];
    private static readonly string[] Loopback = ["localhost:", "127.0.0.1:", "[::1]:"];

    public static bool IsToken(string name) => IsOfLength(name) && name.All(c => IsLetterOrDigit(c) || c == '-');

    public static bool IsScopeMap(string name) => IsOfLength(name) && name.All(c => IsLetterOrDigit(c) || c is '-' or '_');

    public static bool IsPrefix(string name) =>
        name.Length is > 0 and <= LongestPrefix && IsLetterOrDigit(name[0]) && !IsDigit(name[0]) && name.All(c => IsLetterOrDigit(c) || c == '-');

    /// <summary>Whether the text is a registry's name or login server. Of a resource id only the resource type is checked.</summary>
    public static bool IsRegistry(string name) =>
        IsResource(name, "registries") ?? (IsRegistryName(name) || IsLabel(name, withHash: true) || IsHost(name));

    public static bool IsScopeMapReference(string name) => IsResource(name, "scopeMaps") ?? IsScopeMap(name);

    /// <summary>Whether the text is a repository: lower-case parts, and a wildcard only as the whole or the last part.</summary>
    public static bool IsRepository(string name)
    {
        // The library itself checks which registry an Azure host belongs to, and whether there is an emulator.
        var (host, path) = RepositoryText.Split(name);
        if (
            path.Length > RepositoryText.Longest
            || (host is null ? path.StartsWith("repositories/", StringComparison.Ordinal) : RepositoryText.IsOthers(host))
        )
            return false;

        var parts = path.Split('/');
        return parts.Take(parts.Length - 1).All(IsPathPart) && (parts[parts.Length - 1] == "*" || IsPathPart(parts[parts.Length - 1]));
    }

    private static bool? IsResource(string name, string kind) =>
        name.StartsWith("/", StringComparison.Ordinal) ? name.IndexOf($"/{kind}/", StringComparison.OrdinalIgnoreCase) > 0 : null;

    private static bool IsRegistryName(string name) => IsOfLength(name) && name.All(IsLetterOrDigit);

    // Accepts a host as a user pastes it: with a scheme, or with a slash, a full stop or the default port at the end.
    private static bool IsHost(string name)
    {
        var host = Schemes.FirstOrDefault(scheme => name.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } found
            ? name.Substring(found.Length)
            : name;
        if (host.EndsWith("/", StringComparison.Ordinal))
            host = host.Substring(0, host.Length - 1);
        if (host.EndsWith(":443", StringComparison.Ordinal) && !IsOnLoopback(host))
            host = host.Substring(0, host.Length - ":443".Length);
        return IsOnLoopback(host) || IsLoginServer(host.EndsWith(".", StringComparison.Ordinal) ? host.Substring(0, host.Length - 1) : host);
    }

    // The label, the region and geo of a regional endpoint, and the host of one of the clouds.
    private static bool IsLoginServer(string host)
    {
        if (Hosts.FirstOrDefault(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) is not { } cloud)
            return false;

        var parts = host.Substring(0, host.Length - cloud.Length).Split('.');
        return IsLabel(parts[0], withHash: false)
            && (
                parts.Length == 1
                || (
                    parts.Length == 3
                    && parts[1].Length > 0
                    && parts[1].All(IsLetterOrDigit)
                    && parts[2].Equals("geo", StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    // The name, and a hash that the service appended.
    private static bool IsLabel(string label, bool withHash)
    {
        var parts = label.Split('-');
        return IsRegistryName(parts[0])
            && ((parts.Length == 1 && !withHash) || (parts.Length == 2 && parts[1].Length > 0 && parts[1].All(IsLetterOrDigit)));
    }

    // An emulator's login server, which only a client of the emulator accepts.
    private static bool IsOnLoopback(string name) =>
        Loopback.FirstOrDefault(host => name.StartsWith(host, StringComparison.OrdinalIgnoreCase)) is { } host
        && name.Length - host.Length is >= 1 and <= 5
        && name.Substring(host.Length).All(IsDigit);

    // Lower-case letters and digits; between them one full stop, one or two underscores, or any number of hyphens.
    private static bool IsPathPart(string part)
    {
        var separator = "";
        foreach (var c in part)
        {
            if (IsLowerOrDigit(c))
                separator = "";
            else if (c is '.' or '_' or '-' && (separator.Length == 0 || (separator[0] == c && (c == '-' || separator == "_"))))
                separator += c;
            else
                return false;
        }

        return separator.Length == 0 && part.Length > 0 && IsLowerOrDigit(part[0]);
    }

    private static bool IsOfLength(string name) => name.Length is >= Shortest and <= Longest;

    private static bool IsLetterOrDigit(char c) => IsLowerOrDigit(c) || c is >= 'A' and <= 'Z';

    private static bool IsLowerOrDigit(char c) => c is >= 'a' and <= 'z' || IsDigit(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
