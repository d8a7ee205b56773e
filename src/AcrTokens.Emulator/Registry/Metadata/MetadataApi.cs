using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>Azure's own API for repositories, tags and manifests: <c>/acr/v1</c>.</summary>
internal sealed class MetadataApi(RegistryContent content)
{
    public Task Handle(HttpContext context, RegistryPath path) =>
        (path.Resource, context.Request.Method) switch
        {
            (RegistryResource.MetadataCatalog, "GET") => Answer(context, Catalog(context)),
            (RegistryResource.MetadataRepository, "GET") => Answer(context, Repository(context, path)),
            (RegistryResource.MetadataRepository, "PATCH") => Change(context, path, Repository, Find(path).Images.Change),
            (RegistryResource.MetadataRepository, "DELETE") => Delete(context, path),
            (RegistryResource.MetadataTags, "GET") => Answer(context, Tags(context, path)),
            (RegistryResource.MetadataTag, "GET") => Answer(context, Tag(context, path)),
            (RegistryResource.MetadataTag, "PATCH") => Change(context, path, Tag, change => Find(path).Images.ChangeTag(path.Reference, change)),
            (RegistryResource.MetadataTag, "DELETE") => DeleteTag(context, path),
            (RegistryResource.MetadataManifests, "GET") => Answer(context, Manifests(context, path)),
            (RegistryResource.MetadataManifest, "GET") => Answer(context, Manifest(context, path)),
            (RegistryResource.MetadataManifest, "PATCH") => Change(
                context,
                path,
                Manifest,
                change => Find(path).Images.ChangeManifest(path.Reference, change)
            ),
            _ => throw RegistryErrors.MethodNotAllowed(),
        };

    private static Task Answer(HttpContext context, JsonObject body) => RegistryAnswers.Json(context, StatusCodes.Status200OK, body);

    private JsonObject Catalog(HttpContext context) =>
        new()
        {
            ["repositories"] = NamePage.Names(NamePage.Of(context, [.. content.Repositories()], name => name, Address("_catalog"), Order(context))),
        };

    private JsonObject Repository(HttpContext context, RegistryPath path) =>
        MetadataJson.Of(context.Request.Host.Value!, path.Repository, Find(path).Images.Repository);

    private JsonObject Tags(HttpContext context, RegistryPath path)
    {
        string? digest = context.Request.Query["digest"];
        var tags = Sort(
            context,
            Find(path).Images.Tags.Where(tag => tag.Attributes.ListEnabled && (string.IsNullOrEmpty(digest) || tag.Digest == digest)),
            tag => tag.UpdatedAt
        );
        var page = NamePage.Of(context, tags, tag => tag.Name, Address(path, "_tags"), Order(context));
        return Describe(context, path, "tags", new JsonArray([.. page.Select(MetadataJson.Of)]));
    }

    private JsonObject Tag(HttpContext context, RegistryPath path) =>
        Describe(context, path, "tag", MetadataJson.Of(Find(path).Images.FindTag(path.Reference) ?? throw RegistryErrors.TagUnknown()));

    private JsonObject Manifests(HttpContext context, RegistryPath path)
    {
        var repository = Find(path);
        var manifests = Sort(context, repository.Images.Manifests.Where(entry => entry.Attributes.ListEnabled), entry => entry.UpdatedAt);
        var page = NamePage.Of(context, manifests, entry => entry.Manifest.Digest, Address(path, "_manifests"), Order(context));
        return Describe(context, path, "manifests", new JsonArray([.. page.Select(entry => MetadataJson.Of(entry, repository))]));
    }

    private JsonObject Manifest(HttpContext context, RegistryPath path)
    {
        var repository = Find(path);
        var entry = Digest.IsWellFormed(path.Reference) ? repository.Images.Find(path.Reference) : null;
        return Describe(context, path, "manifest", MetadataJson.Of(entry ?? throw RegistryErrors.ManifestUnknown(path.Reference), repository));
    }

    private static async Task Change(
        HttpContext context,
        RegistryPath path,
        Func<HttpContext, RegistryPath, JsonObject> describe,
        Action<Func<ChangeableAttributes, ChangeableAttributes>> apply
    )
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        var patch = Parse(memory.ToArray());
        apply(attributes => attributes.With(patch));
        await Answer(context, describe(context, path));
    }

    private static JsonObject Parse(byte[] body)
    {
        try
        {
            return WireJson.Parse(body) as JsonObject ?? throw RegistryErrors.AttributesInvalid("the body is not an object");
        }
        catch (JsonException)
        {
            throw RegistryErrors.AttributesInvalid("the body is not JSON");
        }
    }

    private Task Delete(HttpContext context, RegistryPath path)
    {
        var images = Find(path).Images;
        Locks.CheckDelete(images);
        var deleted = new JsonObject
        {
            ["manifestsDeleted"] = NamePage.Names(images.Manifests.Select(entry => entry.Manifest.Digest)),
            ["tagsDeleted"] = NamePage.Names(images.Tags.Select(tag => tag.Name)),
        };
        content.Remove(path.Repository);
        return RegistryAnswers.Json(context, StatusCodes.Status202Accepted, deleted);
    }

    private Task DeleteTag(HttpContext context, RegistryPath path)
    {
        var images = Find(path).Images;
        _ = images.FindTag(path.Reference) ?? throw RegistryErrors.TagUnknown();
        Locks.CheckDelete(images, path.Reference);
        images.Remove(path.Reference);
        RegistryAnswers.Empty(context, StatusCodes.Status202Accepted);
        return Task.CompletedTask;
    }

    private RepositoryContent Find(RegistryPath path) =>
        content.Find(path.Repository) is { Images.Repository.ManifestCount: > 0 } found ? found : throw RegistryErrors.NameUnknown(path.Repository);

    private static JsonObject Describe(HttpContext context, RegistryPath path, string name, JsonNode described) =>
        MetadataJson.Of(context.Request.Host.Value!, path.Repository, name, described);

    private static string Order(HttpContext context) => context.Request.Query["orderby"].ToString();

    private static IReadOnlyList<T> Sort<T>(HttpContext context, IEnumerable<T> byName, Func<T, DateTimeOffset> timeOf) =>
        Order(context) switch
        {
            "timeasc" => [.. byName.OrderBy(timeOf)],
            "timedesc" => [.. byName.OrderByDescending(timeOf)],
            _ => [.. byName],
        };

    // Links encode the repository's slashes, as recorded ones do.
    private static string Address(RegistryPath path, string list) => Address($"{Uri.EscapeDataString(path.Repository)}/{list}");

    private static string Address(string below) => $"{RegistrySurface.MetadataRoot}/{below}";
}
