namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>
/// Refuses what attributes forbid. <c>writeEnabled</c> covers deletion too, as in Azure. Assumed: which of a repository's, tag's and manifest's
/// attributes count for which operation.
/// </summary>
internal static class Locks
{
    /// <summary>Checks a pull by the attributes of the repository, of the tag, if the reference is one, and of the manifest.</summary>
    public static void CheckRead(ImageStore images, string reference) =>
        Check([images.Repository.Attributes, images.FindTag(reference)?.Attributes, images.Find(reference)?.Attributes], found => found.ReadEnabled);

    /// <summary>Checks a push by the attributes of the repository, and of the tag or manifest that it would replace.</summary>
    public static void CheckWrite(ImageStore images, string reference) => Check(Named(images, reference), found => found.WriteEnabled);

    /// <summary>Checks a deletion by the attributes of the repository, and of all that would go.</summary>
    public static void CheckDelete(ImageStore images, string reference) =>
        Check([.. Named(images, reference), .. images.Tags.Where(tag => tag.Digest == reference).Select(tag => tag.Attributes)], CanGo);

    /// <summary>Checks the deletion of a repository.</summary>
    public static void CheckDelete(ImageStore images) =>
        Check(
            [images.Repository.Attributes, .. images.Tags.Select(tag => tag.Attributes), .. images.Manifests.Select(manifest => manifest.Attributes)],
            CanGo
        );

    private static IReadOnlyList<ChangeableAttributes?> Named(ImageStore images, string reference) =>
        [images.Repository.Attributes, images.FindTag(reference) is { } tag ? tag.Attributes : images.Find(reference)?.Attributes];

    private static bool CanGo(ChangeableAttributes found) => found is { DeleteEnabled: true, WriteEnabled: true };

    private static void Check(IReadOnlyList<ChangeableAttributes?> all, Func<ChangeableAttributes, bool> allows)
    {
        if (!all.OfType<ChangeableAttributes>().All(allows))
        {
            throw RegistryErrors.Disallowed();
        }
    }
}
