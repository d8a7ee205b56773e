namespace AcrTokens;

/// <summary>The parts of an image's reference: registry, repository, tag, digest, as the distribution project reads them.</summary>
internal static class AcrImageReference
{
    /// <summary>Without tag and digest. The first part is a registry when it has a dot, a port or a capital, or is localhost.</summary>
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
        return new(colon > name.LastIndexOf('/') ? name[..colon] : name, permission) { Host = host };
    }

    private static bool IsHost(string first) => first.AsSpan().ContainsAny('.', ':') || first == "localhost" || first.Any(char.IsUpper);
}
