using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Blob uploads: in one request, in chunks, or by mounting a blob of another repository.</summary>
internal sealed partial class UploadsApi(RegistryContent content)
{
    public async Task Begin(HttpContext context, RegistryPath path, IReadOnlyList<AccessScope> granted)
    {
        var repository = content.FindOrAdd(path.Repository);
        string? mount = context.Request.Query["mount"];
        string? digest = context.Request.Query["digest"];
        if (mount is not null && Mountable(mount, context.Request.Query["from"], granted) is { } mounted)
        {
            Add(context, path, repository, mount, mounted);
        }
        else if (digest is not null)
        {
            var bytes = await Body(context);
            Add(context, path, repository, Digest.Check(bytes, digest), bytes);
        }
        else
        {
            Accepted(context, path, repository.BeginUpload(), StatusCodes.Status202Accepted);
        }
    }

    public async Task Append(HttpContext context, RegistryPath path)
    {
        var upload = Find(path);
        await AppendBody(context, path, upload);
        Accepted(context, path, upload, StatusCodes.Status202Accepted);
    }

    public async Task Finish(HttpContext context, RegistryPath path)
    {
        var upload = Find(path);
        await AppendBody(context, path, upload);
        var bytes = upload.ToArray();
        var repository = content.FindOrAdd(path.Repository);
        // The upload ends in both cases: a client with a wrong digest starts over.
        repository.EndUpload(upload.Id);
        Add(context, path, repository, Digest.Check(bytes, context.Request.Query["digest"]), bytes);
    }

    public Task Status(HttpContext context, RegistryPath path)
    {
        Accepted(context, path, Find(path), StatusCodes.Status204NoContent);
        return Task.CompletedTask;
    }

    public Task Cancel(HttpContext context, RegistryPath path)
    {
        content.FindOrAdd(path.Repository).EndUpload(Find(path).Id);
        RegistryAnswers.Empty(context, StatusCodes.Status204NoContent);
        return Task.CompletedTask;
    }

    /// <summary>The blob to mount; null, which means an ordinary upload, if the client may not pull it or it does not exist.</summary>
    private byte[]? Mountable(string digest, string? from, IReadOnlyList<AccessScope> granted) =>
        from is not null && RegistryGuard.Allows(granted, AccessScope.Repository, from, "pull") ? content.Find(from)?.FindBlob(digest) : null;

    private BlobUpload Find(RegistryPath path) =>
        content.Find(path.Repository)?.FindUpload(path.Reference) ?? throw RegistryErrors.UploadUnknown(path.Reference);

    private static async Task AppendBody(HttpContext context, RegistryPath path, BlobUpload upload)
    {
        var chunk = await Body(context);
        var start = ChunkStart(context.Request.Headers.ContentRange, chunk.Length);
        if (!upload.TryAppend(chunk, start))
        {
            Describe(context, path, upload);
            throw RegistryErrors.UploadOutOfOrder(upload.Range);
        }
    }

    /// <summary>The chunk's start by its header; null without a header. A header that contradicts the length gives an impossible start.</summary>
    private static long? ChunkStart(string? contentRange, int length)
    {
        if (string.IsNullOrEmpty(contentRange))
        {
            return null;
        }

        var match = ContentRange().Match(contentRange);
        if (!match.Success)
        {
            return -1;
        }

        var start = long.Parse(match.Groups["start"].ValueSpan, CultureInfo.InvariantCulture);
        var end = long.Parse(match.Groups["end"].ValueSpan, CultureInfo.InvariantCulture);
        return end - start + 1 == length ? start : -1;
    }

    private static void Accepted(HttpContext context, RegistryPath path, BlobUpload upload, int status)
    {
        Describe(context, path, upload);
        RegistryAnswers.Empty(context, status);
    }

    private static void Describe(HttpContext context, RegistryPath path, BlobUpload upload)
    {
        // The query is assumed: Azure's addresses carry one. A client must append to it, not replace it.
        context.Response.Headers.Location = $"/v2/{path.Repository}/blobs/uploads/{upload.Id}?_nouploadcache=false&_state={upload.Id}";
        context.Response.Headers.Range = upload.Range;
        context.Response.Headers["Docker-Upload-UUID"] = upload.Id;
    }

    private static void Add(HttpContext context, RegistryPath path, RepositoryContent repository, string digest, byte[] bytes)
    {
        repository.AddBlob(digest, bytes);
        context.Response.Headers.Location = $"/v2/{path.Repository}/blobs/{digest}";
        context.Response.Headers["Docker-Content-Digest"] = digest;
        RegistryAnswers.Empty(context, StatusCodes.Status201Created);
    }

    private static async Task<byte[]> Body(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        return memory.ToArray();
    }

    [GeneratedRegex(@"\A(bytes[ =])?(?<start>\d{1,18})-(?<end>\d{1,18})(/.*)?\z")]
    private static partial Regex ContentRange();
}
