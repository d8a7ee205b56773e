namespace AcrTokens;

/// <summary>The key of an entry in a docker configuration.</summary>
internal static class DockerKey
{
    private const string HttpsPort = ":443";

    /// <summary>The host of a key such as <c>https://Host/v1/</c>: tools ignore scheme, path and case, each with its own exceptions.</summary>
    public static string HostOf(string key)
    {
        var rest = WithoutScheme(key);
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var host = (end < 0 ? rest : rest[..end]).Trim().ToLowerInvariant();
        host = host[(host.LastIndexOf('@') + 1)..];
        return host.EndsWith(HttpsPort, StringComparison.Ordinal) ? host[..^HttpsPort.Length] : host;
    }

    /// <summary>Whether two keys mean the same host and path.</summary>
    public static bool AreSame(string one, string other) => HostOf(one) == HostOf(other) && PathOf(one) == PathOf(other);

    private static string PathOf(string key)
    {
        var rest = WithoutScheme(key);
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : rest[slash..].Trim('/', ' ');
    }

    private static string WithoutScheme(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? key : key[(scheme + 3)..];
    }
}
