using AcrTokens.Emulator.Registry.Blobs;
using AcrTokens.Emulator.Registry.Metadata;

namespace AcrTokens.Emulator.Registry;

/// <summary>One repository's blobs and images.</summary>
internal sealed class RepositoryContent(TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Blob> blobs = [];

    public ImageStore Images { get; } = new(clock);

    public Blob? FindBlob(string digest)
    {
        lock (gate)
        {
            return blobs.GetValueOrDefault(digest);
        }
    }

    /// <summary>Takes over a held blob. Releases it if the repository has it already.</summary>
    public void AddBlob(string digest, Blob blob)
    {
        lock (gate)
        {
            if (!blobs.TryAdd(digest, blob))
            {
                blob.Release();
            }
        }
    }

    public void RemoveBlob(string digest)
    {
        lock (gate)
        {
            if (blobs.Remove(digest, out var blob))
            {
                blob.Release();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var blob in blobs.Values)
            {
                blob.Release();
            }

            blobs.Clear();
        }
    }
}
