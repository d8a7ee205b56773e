using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>Repositories, tags and manifests as <c>/acr/v1</c> describes them.</summary>
internal static class MetadataJson
{
    /// <summary>Describes what a response is about: the registry, and the repository as its image's name.</summary>
    public static JsonObject Of(string loginServer, string repository, string name, JsonNode content) =>
        new()
        {
            ["registry"] = loginServer,
            ["imageName"] = repository,
            [name] = content,
        };

    public static JsonObject Of(string loginServer, string repository, RepositoryEntry entry) =>
        new()
        {
            ["registry"] = loginServer,
            ["imageName"] = repository,
            ["createdTime"] = Time(entry.CreatedAt),
            ["lastUpdateTime"] = Time(entry.UpdatedAt),
            ["manifestCount"] = entry.ManifestCount,
            ["tagCount"] = entry.TagCount,
            ["changeableAttributes"] = entry.Attributes.ToJson(),
        };

    public static JsonObject Of(TagEntry tag) =>
        new()
        {
            ["name"] = tag.Name,
            ["digest"] = tag.Digest,
            ["createdTime"] = Time(tag.CreatedAt),
            ["lastUpdateTime"] = Time(tag.UpdatedAt),
            ["signed"] = false,
            ["changeableAttributes"] = tag.Attributes.ToJson(),
        };

    public static JsonObject Of(ManifestEntry entry, RepositoryContent repository)
    {
        var manifest = entry.Manifest;
        var json = new JsonObject
        {
            ["digest"] = manifest.Digest,
            ["imageSize"] = ImageSize(manifest, repository),
            ["createdTime"] = Time(entry.CreatedAt),
            ["lastUpdateTime"] = Time(entry.UpdatedAt),
        };
        var config = Config(manifest, repository);
        AddPlatform(json, Text(config, "architecture"), Text(config, "os"));
        json["mediaType"] = manifest.MediaType;
        if (repository.Images.Tags.Where(tag => tag.Digest == manifest.Digest).Select(tag => tag.Name).ToList() is { Count: > 0 } tags)
        {
            json["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        }

        json["changeableAttributes"] = entry.Attributes.ToJson();
        if (manifest.References.Count > 0)
        {
            json["references"] = new JsonArray([.. manifest.References.Select(Reference)]);
        }

        return json;
    }

    /// <summary>What Azure adds up is not known: here the manifest, its config and its layers, for an index with those of its manifests.</summary>
    private static long ImageSize(StoredManifest manifest, RepositoryContent repository) =>
        manifest.ContentSize + manifest.References.Sum(reference => repository.Images.Find(reference.Digest)?.Manifest.ContentSize ?? 0);

    private static JsonObject? Config(StoredManifest manifest, RepositoryContent repository)
    {
        try
        {
            return manifest.ConfigDigest is { } digest && repository.FindBlob(digest)?.Read() is { } bytes
                ? WireJson.Parse(bytes) as JsonObject
                : null;
        }
        catch (JsonException)
        {
            // An artifact's config need not be JSON.
            return null;
        }
    }

    private static JsonObject Reference(StoredManifest.Reference reference)
    {
        var json = new JsonObject { ["digest"] = reference.Digest };
        AddPlatform(json, reference.Architecture, reference.System);
        return json;
    }

    private static void AddPlatform(JsonObject json, string? architecture, string? system)
    {
        if (architecture is not null)
        {
            json["architecture"] = architecture;
        }

        if (system is not null)
        {
            json["os"] = system;
        }
    }

    private static string? Text(JsonObject? json, string name) => json?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
