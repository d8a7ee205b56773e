using AcrTokens.Emulator.Registry.Blobs;
using AcrTokens.Emulator.Registry.Metadata;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Serves finished blobs, whole or in part. Azure redirects a GET to its storage; the emulator returns the blob itself.</summary>
internal sealed class BlobsApi(RegistryContent content)
{
    public async Task Get(HttpContext context, RegistryPath path)
    {
        var repository = content.Find(path.Repository);
        var blob = repository?.FindBlob(path.Reference);
        if (blob?.TryHold() != true)
        {
            throw RegistryErrors.BlobUnknown(path.Reference);
        }

        try
        {
            Locks.CheckRead(repository!.Images, path.Reference);
            var response = context.Response;
            var range = BlobRange.Of(context.Request, blob.Length);
            var (start, count) = range ?? new BlobRange(0, blob.Length);
            response.Headers["Docker-Content-Digest"] = path.Reference;
            response.Headers.AcceptRanges = "bytes";
            response.ContentType = "application/octet-stream";
            response.ContentLength = count;
            if (range is not null)
            {
                response.StatusCode = StatusCodes.Status206PartialContent;
                response.Headers.ContentRange = $"bytes {start}-{start + count - 1}/{blob.Length}";
            }

            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await blob.WriteTo(response.BodyWriter, start, count, context.RequestAborted);
            }
        }
        finally
        {
            blob.Release();
        }
    }

    public Task Delete(HttpContext context, RegistryPath path)
    {
        var repository = content.Find(path.Repository);
        if (repository?.FindBlob(path.Reference) is null)
        {
            throw RegistryErrors.BlobUnknown(path.Reference);
        }

        Locks.CheckDelete(repository.Images, path.Reference);
        repository.RemoveBlob(path.Reference);
        RegistryAnswers.Empty(context, StatusCodes.Status202Accepted);
        return Task.CompletedTask;
    }
}
