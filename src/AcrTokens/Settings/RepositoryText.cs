namespace AcrTokens;

/// <summary>
/// A repository as somebody writes it: alone, or behind a scheme and the host of its registry. Compiled into the analyzers too, so that rule and
/// library agree.
/// </summary>
internal static class RepositoryText
{
    /// <summary>The most characters of a repository's name, by the distribution project's reference grammar.</summary>
    public const int Longest = 255;

    private static readonly string[] Schemes = ["docker://", "oci://", "https://", "http://"];

    // Registries that are not Azure's. Any other first part with a full stop may be a repository's own, as in my.app/web.
    private static readonly string[] OthersHosts =
    [
        "docker.io",
        "index.docker.io",
        "registry-1.docker.io",
        "registry.hub.docker.com",
        "ghcr.io",
        "docker.pkg.github.com",
        "quay.io",
        "mcr.microsoft.com",
        "gcr.io",
        "public.ecr.aws",
        "registry.k8s.io",
        "registry.gitlab.com",
        "registry.redhat.io",
        "registry.access.redhat.com",
        "nvcr.io",
    ];

    private static readonly string[] OthersSuffixes = [".gcr.io", ".pkg.dev", ".amazonaws.com", ".amazonaws.com.cn"];

    private static readonly string[] OwnSuffixes = [".azurecr.io", ".azurecr.cn", ".azurecr.us"];

    public static string WithoutScheme(string text) =>
        Schemes.FirstOrDefault(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme
            ? text.Substring(scheme.Length)
            : text;

    /// <summary>The registry's host and the path in it. There is no host where the first part may be a repository's own.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="isOwn">Whether that host, which nobody else can know for one, leads to the registry that is meant.</param>
    public static (string? Host, string Path) Split(string text, Func<string, bool>? isOwn = null)
    {
        var bare = WithoutScheme(text);
        var slash = bare.IndexOf('/');
        var first = slash < 0 ? bare : bare.Substring(0, slash);
        var isHost = bare != text || IsAzures(first) || IsOthers(first) || (slash > 0 && (IsNoPath(first) || isOwn?.Invoke(first) == true));
        return isHost ? (first, slash < 0 ? "" : bare.Substring(slash + 1)) : (null, text);
    }

    /// <summary>Whether the host is of a registry in one of Azure's clouds.</summary>
    public static bool IsAzures(string host) =>
        OwnSuffixes.Any(suffix => host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the host is known to be of a registry that is not Azure's.</summary>
    public static bool IsOthers(string host) =>
        OthersHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || OthersSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    // A path has no port and no capitals; localhost is what podman puts before images of this machine.
    private static bool IsNoPath(string first) => first.Contains(':') || first == "localhost" || (first.Contains('.') && first.Any(char.IsUpper));
}
