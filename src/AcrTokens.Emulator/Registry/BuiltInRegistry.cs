using System.Text.Json.Nodes;
using AcrTokens.Emulator.Registry.Metadata;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>A registry of its own, for as long as the process runs.</summary>
internal sealed class BuiltInRegistry(RegistryContent content) : IRegistryBackend
{
    private readonly BlobsApi blobs = new(content);
    private readonly UploadsApi uploads = new(content);
    private readonly ManifestsApi manifests = new(content);
    private readonly ReferrersApi referrers = new(content);
    private readonly MetadataApi metadata = new(content);

    public Task Handle(HttpContext context, RegistryPath path, IReadOnlyList<AccessScope> granted) =>
        (path.Resource, context.Request.Method) switch
        {
            (RegistryResource.Root, "GET" or "HEAD") => RegistryAnswers.Json(context, StatusCodes.Status200OK, new JsonObject()),
            (RegistryResource.Catalog, "GET") => RegistryAnswers.Json(context, StatusCodes.Status200OK, Catalog(context)),
            (RegistryResource.Tags, "GET") => RegistryAnswers.Json(context, StatusCodes.Status200OK, Tags(context, path.Repository)),
            (RegistryResource.Referrers, "GET") => referrers.List(context, path),
            (RegistryResource.Blob, "GET" or "HEAD") => blobs.Get(context, path),
            (RegistryResource.Blob, "DELETE") => blobs.Delete(context, path),
            (RegistryResource.Uploads, "POST") => uploads.Begin(context, path, granted),
            (RegistryResource.Upload, "PATCH") => uploads.Append(context, path),
            (RegistryResource.Upload, "PUT") => uploads.Finish(context, path),
            (RegistryResource.Upload, "GET") => uploads.Status(context, path),
            (RegistryResource.Upload, "DELETE") => uploads.Cancel(context, path),
            (RegistryResource.Manifest, "GET" or "HEAD") => manifests.Get(context, path),
            (RegistryResource.Manifest, "PUT") => manifests.Put(context, path),
            (RegistryResource.Manifest, "DELETE") => manifests.Delete(context, path),
            _ when path.IsMetadata => metadata.Handle(context, path),
            _ => throw RegistryErrors.MethodNotAllowed(),
        };

    private JsonObject Catalog(HttpContext context) =>
        new() { ["repositories"] = NamePage.Of(context, [.. content.Repositories()], $"{RegistrySurface.Root}/_catalog") };

    private JsonObject Tags(HttpContext context, string repository)
    {
        var images = content.Find(repository)?.Images ?? throw RegistryErrors.NameUnknown(repository);
        var tags = images.Tags.Where(tag => tag.Attributes.ListEnabled).Select(tag => tag.Name);
        return new JsonObject { ["name"] = repository, ["tags"] = NamePage.Of(context, [.. tags], $"{RegistrySurface.Root}/{repository}/tags/list") };
    }
}
