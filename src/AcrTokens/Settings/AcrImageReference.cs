using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>Parses image references (registry, repository, tag, digest) as the distribution project does.</summary>
internal static partial class AcrImageReference
{
    // Transports of podman and skopeo that are no registry.
    private static readonly string[] Places = ["containers-storage", "docker-archive", "docker-daemon", "oci-archive"];

    /// <summary>
    /// Removes tag and digest. A text that is no image reference stays as it is, and is no valid repository. The first part is a registry if it has a
    /// dot, a port or a capital letter, or is localhost.
    /// </summary>
    public static AcrRepositoryScope ToScope(string image, AcrPermission permission)
    {
        ArgumentNullException.ThrowIfNull(image);
        var bare = RepositoryText.WithoutScheme(image);
        var name = bare.Split('@')[0];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var host = slash > 0 && (bare != image || IsHost(name[..slash])) ? name[..slash] : null;
        if (host is not null)
            name = name[(slash + 1)..];

        var colon = name.LastIndexOf(':');
        var path = colon > name.LastIndexOf('/') ? name[..colon] : name;
        var start = host is null ? 0 : host.Length + 1;
        return (bare != image && host is null) || Places.Contains(path) || !TagAndDigest().IsMatch(bare[(start + path.Length)..])
            ? new(image, permission)
            : new(path, permission) { Host = host };
    }

    private static bool IsHost(string first) => first.AsSpan().ContainsAny('.', ':') || first == "localhost" || first.Any(char.IsUpper);

    [GeneratedRegex("^(:[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?(@[a-zA-Z][a-zA-Z0-9]*([-_+.][a-zA-Z][a-zA-Z0-9]*)*:[0-9a-fA-F]+)?\\z")]
    private static partial Regex TagAndDigest();
}
