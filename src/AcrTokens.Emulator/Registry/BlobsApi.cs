using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Serves finished blobs. Azure redirects a GET to its storage; the emulator returns the blob itself.</summary>
internal sealed class BlobsApi(RegistryContent content)
{
    public Task Get(HttpContext context, RegistryPath path)
    {
        var bytes = content.Find(path.Repository)?.FindBlob(path.Reference) ?? throw RegistryErrors.BlobUnknown(path.Reference);
        context.Response.Headers["Docker-Content-Digest"] = path.Reference;
        return Results.Bytes(bytes, "application/octet-stream", enableRangeProcessing: true).ExecuteAsync(context);
    }

    public Task Delete(HttpContext context, RegistryPath path)
    {
        if (content.Find(path.Repository)?.RemoveBlob(path.Reference) != true)
        {
            throw RegistryErrors.BlobUnknown(path.Reference);
        }

        RegistryAnswers.Empty(context, StatusCodes.Status202Accepted);
        return Task.CompletedTask;
    }
}
