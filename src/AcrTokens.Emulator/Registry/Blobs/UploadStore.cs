using System.Collections.Concurrent;

namespace AcrTokens.Emulator.Registry.Blobs;

/// <summary>A registry's unfinished uploads. Each beginning of another forgets the abandoned ones.</summary>
internal sealed class UploadStore(TimeProvider clock) : IDisposable
{
    /// <summary>How long an upload may rest. Azure's time is not known.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, BlobUpload> uploads = [];

    public BlobUpload Begin(string repository)
    {
        var now = clock.GetUtcNow();
        foreach (var abandoned in uploads.Values.Where(upload => upload.IsIdleSince(now - Rest)))
        {
            End(abandoned);
        }

        var begun = new BlobUpload(repository, now);
        uploads[begun.Id] = begun;
        return begun;
    }

    public BlobUpload? Find(string repository, string id) =>
        uploads.TryGetValue(id, out var upload) && upload.Repository == repository && !upload.IsIdleSince(clock.GetUtcNow() - Rest) ? upload : null;

    /// <summary>Reserves the upload for one request. Dispose the result to leave it.</summary>
    public IDisposable? Enter(BlobUpload upload) => upload.TryEnter() ? new Visit(upload, clock) : null;

    public void End(BlobUpload upload)
    {
        uploads.TryRemove(upload.Id, out _);
        upload.End();
    }

    public void Dispose()
    {
        foreach (var upload in uploads.Values)
        {
            End(upload);
        }
    }

    private sealed class Visit(BlobUpload upload, TimeProvider clock) : IDisposable
    {
        public void Dispose() => upload.Leave(clock.GetUtcNow());
    }
}
