using System.Globalization;
using System.Text.RegularExpressions;
using AcrTokens.Emulator.Registry.Blobs;
using AcrTokens.Emulator.Registry.Metadata;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Blob uploads: in one request, in chunks, or by mounting a blob of another repository.</summary>
internal sealed partial class UploadsApi(RegistryContent content)
{
    private readonly UploadStore uploads = content.Uploads;

    public async Task Begin(HttpContext context, RegistryPath path, IReadOnlyList<AccessScope> granted)
    {
        if (content.Find(path.Repository)?.Images is { } images)
        {
            Locks.CheckWrite(images, "");
        }

        string? mount = context.Request.Query["mount"];
        string? digest = context.Request.Query["digest"];
        if (mount is not null && Mountable(mount, context.Request.Query["from"], granted) is { } mounted)
        {
            Add(context, path, mount, mounted);
        }
        else if (digest is not null)
        {
            Digest.Read(digest);
            using var blob = new BlobBuilder();
            await blob.Append(context.Request.BodyReader, context.Request.ContentLength, context.RequestAborted);
            Add(context, path, digest, blob.Finish(digest));
        }
        else
        {
            Accepted(context, path, uploads.Begin(path.Repository), StatusCodes.Status202Accepted);
        }
    }

    public async Task Append(HttpContext context, RegistryPath path)
    {
        var upload = Find(path);
        using var visit = Enter(context, path, upload);
        await AppendBody(context, path, upload);
        Accepted(context, path, upload, StatusCodes.Status202Accepted);
    }

    public async Task Finish(HttpContext context, RegistryPath path)
    {
        var upload = Find(path);
        using var visit = Enter(context, path, upload);
        string? digest = context.Request.Query["digest"];
        if (Digest.IsWellFormed(digest))
        {
            await AppendBody(context, path, upload);
        }

        // The upload ends in any case: a client with a wrong digest starts over.
        uploads.End(upload);
        Digest.Read(digest);
        Add(context, path, digest!, upload.Finish(digest!));
    }

    public Task Status(HttpContext context, RegistryPath path)
    {
        Accepted(context, path, Find(path), StatusCodes.Status204NoContent);
        return Task.CompletedTask;
    }

    public Task Cancel(HttpContext context, RegistryPath path)
    {
        uploads.End(Find(path));
        RegistryAnswers.Empty(context, StatusCodes.Status204NoContent);
        return Task.CompletedTask;
    }

    /// <summary>The blob to mount, held; null, which means an ordinary upload, if the client may not pull it or it does not exist.</summary>
    private Blob? Mountable(string digest, string? from, IReadOnlyList<AccessScope> granted) =>
        from is not null
        && RegistryGuard.Allows(granted, AccessScope.Repository, from, "pull")
        && content.Find(from)?.FindBlob(digest) is { } blob
        && blob.TryHold()
            ? blob
            : null;

    private BlobUpload Find(RegistryPath path) => uploads.Find(path.Repository, path.Reference) ?? throw RegistryErrors.UploadUnknown(path.Reference);

    /// <summary>Admits one request at a time, and only with the address of the response before it.</summary>
    private IDisposable Enter(HttpContext context, RegistryPath path, BlobUpload upload)
    {
        var visit = uploads.Enter(upload) ?? throw RegistryErrors.UploadBusy(upload.Id);
        if (context.Request.Query["_state"] == upload.State)
        {
            return visit;
        }

        visit.Dispose();
        Describe(context, path, upload);
        throw RegistryErrors.UploadStale(upload.Range);
    }

    private static async Task AppendBody(HttpContext context, RegistryPath path, BlobUpload upload)
    {
        if (ChunkStart(context.Request) is { } start && start != upload.Length)
        {
            Describe(context, path, upload);
            throw RegistryErrors.UploadOutOfOrder(upload.Range);
        }

        await upload.Append(context.Request.BodyReader, context.Request.ContentLength, context.RequestAborted);
    }

    /// <summary>The chunk's start by its header; null without a header. A header that contradicts the length gives an impossible start.</summary>
    private static long? ChunkStart(HttpRequest request)
    {
        string? range = request.Headers.ContentRange;
        if (string.IsNullOrEmpty(range))
        {
            return null;
        }

        var match = ContentRange().Match(range);
        if (!match.Success)
        {
            return -1;
        }

        var start = long.Parse(match.Groups["start"].ValueSpan, CultureInfo.InvariantCulture);
        var end = long.Parse(match.Groups["end"].ValueSpan, CultureInfo.InvariantCulture);
        return end - start + 1 == (request.ContentLength ?? end - start + 1) ? start : -1;
    }

    private static void Accepted(HttpContext context, RegistryPath path, BlobUpload upload, int status)
    {
        Describe(context, path, upload);
        RegistryAnswers.Empty(context, status);
    }

    private static void Describe(HttpContext context, RegistryPath path, BlobUpload upload)
    {
        // The form of the query is that of Azure's addresses. A client must append to it, not replace it.
        context.Response.Headers.Location = $"/v2/{path.Repository}/blobs/uploads/{upload.Id}?_nouploadcache=false&_state={upload.State}";
        context.Response.Headers.Range = upload.Range;
        context.Response.Headers["Docker-Upload-UUID"] = upload.Id;
    }

    private void Add(HttpContext context, RegistryPath path, string digest, Blob? blob)
    {
        content.FindOrAdd(path.Repository).AddBlob(digest, blob ?? throw RegistryErrors.DigestInvalid(digest));
        context.Response.Headers.Location = $"/v2/{path.Repository}/blobs/{digest}";
        context.Response.Headers["Docker-Content-Digest"] = digest;
        RegistryAnswers.Empty(context, StatusCodes.Status201Created);
    }

    [GeneratedRegex(@"\A(bytes[ =])?(?<start>\d{1,18})-(?<end>\d{1,18})(/.*)?\z")]
    private static partial Regex ContentRange();
}
