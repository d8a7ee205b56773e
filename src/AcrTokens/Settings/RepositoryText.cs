namespace AcrTokens;

/// <summary>
/// Parses a repository as a build author writes it: alone, or after a scheme and the registry's host. Compiled into the analyzers too, so that rules
/// and library agree.
/// </summary>
internal static class RepositoryText
{
    /// <summary>The maximum length of a repository's name, from the distribution project's reference grammar.</summary>
    public const int Longest = 255;

    private static readonly string[] Schemes = ["docker://", "oci://", "https://", "http://"];

    // Registries that are not Azure's. Any other first segment with a dot may belong to the repository, as in my.app/web.
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

    /// <summary>Splits a text into the registry's host and the path. The host is null if the first segment may belong to the repository.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isOwn">Whether a host that is not recognized by its form belongs to the registry.</param>
    public static (string? Host, string Path) Split(string text, Func<string, bool>? isOwn = null)
    {
        var bare = WithoutScheme(text);
        var slash = bare.IndexOf('/');
        var first = slash < 0 ? bare : bare.Substring(0, slash);
        var isHost = bare != text || IsAzures(first) || IsOthers(first) || (slash > 0 && (IsNoPath(first) || isOwn?.Invoke(first) == true));
        return isHost ? (first, slash < 0 ? "" : bare.Substring(slash + 1)) : (null, text);
    }

    /// <summary>Whether the host belongs to a registry in one of Azure's clouds.</summary>
    public static bool IsAzures(string host) =>
        OwnSuffixes.Any(suffix => host.Length > suffix.Length && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the host belongs to a known registry that is not Azure's.</summary>
    public static bool IsOthers(string host) =>
        OthersHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || OthersSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    // A path has no port and no capital letters; podman puts localhost before local images.
    private static bool IsNoPath(string first) => first.Contains(':') || first == "localhost" || (first.Contains('.') && first.Any(char.IsUpper));
}
