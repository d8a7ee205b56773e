namespace AcrTokens;

/// <summary>The parts of an image's reference: registry, repository, tag, digest, as the distribution project reads them.</summary>
internal static class AcrImageReference
{
    /// <summary>The repository alone. The first part is a registry when it has a dot or a port, or is localhost.</summary>
    public static string RepositoryOf(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var name = image.Split('@')[0];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && (name[..slash].AsSpan().ContainsAny('.', ':') || name[..slash] == "localhost"))
            name = name[(slash + 1)..];

        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? name[..colon] : name;
    }
}
