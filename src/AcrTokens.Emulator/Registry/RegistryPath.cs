using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Registry;

/// <summary>A parsed path below <c>/v2/</c>. Repository names contain slashes, so the path is parsed from its end.</summary>
internal sealed partial record RegistryPath(RegistryResource Resource, string Repository, string Reference)
{
    /// <summary>Whether the path belongs to Azure's own API, <c>/acr/v1</c>.</summary>
    public bool IsMetadata => Resource >= RegistryResource.MetadataCatalog;

    /// <summary>Parses a path; null if the registry has no such path.</summary>
    public static RegistryPath? Parse(string path)
    {
        if (path.Length == 0)
        {
            return new RegistryPath(RegistryResource.Root, "", "");
        }

        if (path == "_catalog")
        {
            return new RegistryPath(RegistryResource.Catalog, "", "");
        }

        var match = Pattern().Match(path);
        if (!match.Success)
        {
            return null;
        }

        var repository = CheckName(match.Groups["name"].Value);
        var reference = match.Groups["reference"].Value;
        return new RegistryPath(Kind(match.Groups["kind"].Value, reference), repository, reference);
    }

    public static string CheckName(string repository) =>
        RepositoryName().IsMatch(repository) ? repository : throw RegistryErrors.NameInvalid(repository);

    private static RegistryResource Kind(string kind, string reference) =>
        kind switch
        {
            "manifests" => RegistryResource.Manifest,
            "tags/list" => RegistryResource.Tags,
            "referrers" => RegistryResource.Referrers,
            "blobs/uploads" => reference.Length == 0 ? RegistryResource.Uploads : RegistryResource.Upload,
            _ => RegistryResource.Blob,
        };

    [GeneratedRegex(
        @"\A(?<name>.+)/((?<kind>tags/list)|(?<kind>blobs/uploads)/?(?<reference>[^/]*)|(?<kind>manifests|referrers|blobs)/(?<reference>[^/]+))\z"
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(?=.{1,255}\z)[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex RepositoryName();
}
