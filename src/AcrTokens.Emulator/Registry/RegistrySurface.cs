using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Registry;

/// <summary>The OCI distribution API: finds out what a request is about, checks its rights, and hands it on.</summary>
internal sealed class RegistrySurface(RegistryContent content, RegistryGuard guard)
{
    private readonly BlobsApi blobs = new(content);
    private readonly UploadsApi uploads = new(content);
    private readonly ManifestsApi manifests = new(content);

    public void Map(IEndpointRouteBuilder routes) =>
        routes.Map("/v2/{**path}", (RequestDelegate)(context => RegistryAnswers.Guarded(context, () => Handle(context))));

    private Task Handle(HttpContext context)
    {
        context.Response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        var path = RegistryPath.Parse((string?)context.GetRouteValue("path") ?? "");
        var granted = guard.Check(context, path);
        return (path.Resource, context.Request.Method) switch
        {
            (RegistryResource.Root, "GET" or "HEAD") => RegistryAnswers.Json(context, StatusCodes.Status200OK, new JsonObject()),
            (RegistryResource.Catalog, "GET") => RegistryAnswers.Json(context, StatusCodes.Status200OK, Catalog()),
            (RegistryResource.Tags, "GET") => RegistryAnswers.Json(context, StatusCodes.Status200OK, Tags(path.Repository)),
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
            _ => throw RegistryErrors.MethodNotAllowed(),
        };
    }

    private JsonObject Catalog() => new()
    {
        ["repositories"] = new JsonArray([.. content.Repositories().Select(name => JsonValue.Create(name))]),
    };

    private JsonObject Tags(string repository)
    {
        var tags = content.Find(repository)?.Tags() ?? throw RegistryErrors.NameUnknown(repository);
        return new JsonObject { ["name"] = repository, ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) };
    }
}
