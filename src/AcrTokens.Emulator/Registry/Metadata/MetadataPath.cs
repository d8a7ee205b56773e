using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>Parses paths below <c>/acr/v1/</c>.</summary>
internal static partial class MetadataPath
{
    /// <summary>Parses a path; null if the emulator has no such path, as for deleted repositories.</summary>
    public static RegistryPath? Parse(string path)
    {
        if (path == "_catalog")
        {
            return new RegistryPath(RegistryResource.MetadataCatalog, "", "");
        }

        var match = Pattern().Match(path);
        if (!match.Success || path.StartsWith('_'))
        {
            return null;
        }

        var reference = match.Groups["reference"];
        var resource = (match.Groups["kind"].Value, reference.Success) switch
        {
            ("_tags", false) => RegistryResource.MetadataTags,
            ("_tags", true) => RegistryResource.MetadataTag,
            ("_manifests", false) => RegistryResource.MetadataManifests,
            ("_manifests", true) => RegistryResource.MetadataManifest,
            _ => RegistryResource.MetadataRepository,
        };
        return new RegistryPath(resource, RegistryPath.CheckName(match.Groups["name"].Value), reference.Value);
    }

    [GeneratedRegex(@"\A(?<name>.+?)(/(?<kind>_tags|_manifests)(/(?<reference>[^/]+))?)?\z")]
    private static partial Regex Pattern();
}
