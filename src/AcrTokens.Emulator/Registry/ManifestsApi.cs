using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.Registry.Metadata;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Serves and stores manifests, by tag and by digest.</summary>
internal sealed partial class ManifestsApi(RegistryContent content)
{
    /// <summary>Azure's documented limit of a manifest.</summary>
    public const int Most = 4 * 1024 * 1024;

    public async Task Get(HttpContext context, RegistryPath path)
    {
        var images = content.Find(path.Repository)?.Images;
        var manifest = images?.Find(path.Reference)?.Manifest ?? throw RegistryErrors.ManifestUnknown(path.Reference);
        Locks.CheckRead(images, path.Reference);
        context.Response.Headers["Docker-Content-Digest"] = manifest.Digest;
        context.Response.Headers.ETag = $"\"{manifest.Digest}\"";
        context.Response.ContentType = manifest.MediaType;
        context.Response.ContentLength = manifest.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(manifest.Bytes, context.RequestAborted);
        }
    }

    public async Task Put(HttpContext context, RegistryPath path)
    {
        var byDigest = path.Reference.Contains(':', StringComparison.Ordinal);
        if (!byDigest && !Tag().IsMatch(path.Reference))
        {
            throw RegistryErrors.TagInvalid(path.Reference);
        }

        if (byDigest)
        {
            Digest.Read(path.Reference);
        }

        var bytes = await Body(context);
        var document = Parse(bytes);
        var manifest = new StoredManifest(MediaType(context.Request.ContentType, document), bytes, document);
        if (byDigest && manifest.Digest != path.Reference)
        {
            throw RegistryErrors.DigestInvalid(path.Reference);
        }

        var repository = content.FindOrAdd(path.Repository);
        Locks.CheckWrite(repository.Images, path.Reference);
        CheckReferences(document, repository);
        repository.Images.Add(manifest, byDigest ? null : path.Reference);
        context.Response.Headers.Location = $"/v2/{path.Repository}/manifests/{manifest.Digest}";
        context.Response.Headers["Docker-Content-Digest"] = manifest.Digest;
        if (manifest.Subject is not null)
        {
            context.Response.Headers["OCI-Subject"] = manifest.Subject;
        }

        RegistryAnswers.Empty(context, StatusCodes.Status201Created);
    }

    public Task Delete(HttpContext context, RegistryPath path)
    {
        var images = content.Find(path.Repository)?.Images;
        if (images?.Find(path.Reference) is null)
        {
            throw RegistryErrors.ManifestUnknown(path.Reference);
        }

        Locks.CheckDelete(images, path.Reference);
        images.Remove(path.Reference);
        RegistryAnswers.Empty(context, StatusCodes.Status202Accepted);
        return Task.CompletedTask;
    }

    private static async Task<byte[]> Body(HttpContext context)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0; )
        {
            await memory.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            if (memory.Length > Most)
            {
                throw RegistryErrors.ManifestTooLarge(Most);
            }
        }

        return memory.ToArray();
    }

    private static JsonObject Parse(byte[] bytes)
    {
        try
        {
            var document = WireJson.Parse(bytes) as JsonObject ?? throw RegistryErrors.ManifestInvalid("it is not an object");
            return document["schemaVersion"] is JsonValue version && version.TryGetValue(out int number) && number == 2
                ? document
                : throw RegistryErrors.ManifestInvalid("its schemaVersion is not 2");
        }
        catch (JsonException)
        {
            throw RegistryErrors.ManifestInvalid("it is not JSON");
        }
    }

    private static string MediaType(string? contentType, JsonObject document)
    {
        var declared = document["mediaType"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        var sent = contentType?.Split(';')[0].Trim();
        return (sent, declared) switch
        {
            (null or "", null) => throw RegistryErrors.ManifestInvalid("it has no media type"),
            (null or "", _) => declared,
            (_, null) => sent,
            _ when sent == declared => sent,
            _ => throw RegistryErrors.ManifestInvalid($"its mediaType is {declared}, the Content-Type {sent}"),
        };
    }

    /// <summary>Checks that an image's config and layers, or an index's manifests, are in the same repository.</summary>
    private static void CheckReferences(JsonObject document, RepositoryContent repository)
    {
        if (document["subject"] is { } subject)
        {
            // The subject may come later, or never.
            Check([subject], _ => true);
        }

        if (document["manifests"] is JsonArray manifests)
        {
            Check(manifests, digest => repository.Images.Find(digest) is not null);
        }
        else if (document["config"] is JsonObject config && document["layers"] is JsonArray layers)
        {
            // Layers with urls are stored elsewhere.
            Check([config, .. layers.Where(layer => (layer as JsonObject)?["urls"] is null)], digest => repository.FindBlob(digest) is not null);
        }
        else
        {
            throw RegistryErrors.ManifestInvalid("it has neither config and layers nor manifests");
        }
    }

    private static void Check(IEnumerable<JsonNode?> descriptors, Func<string, bool> exists)
    {
        foreach (var descriptor in descriptors)
        {
            if (
                (descriptor as JsonObject)?["digest"] is not JsonValue value
                || !value.TryGetValue(out string? digest)
                || !Digest.IsWellFormed(digest)
            )
            {
                throw RegistryErrors.ManifestInvalid("a descriptor has no sha256 digest");
            }

            if (!exists(digest))
            {
                throw RegistryErrors.ManifestBlobUnknown(digest);
            }
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}\z")]
    private static partial Regex Tag();
}
