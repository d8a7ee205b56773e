using AcrTokens.Emulator.Registry.Blobs;

namespace AcrTokens.Emulator.Registry;

/// <summary>One repository's blobs, manifests and tags.</summary>
internal sealed class RepositoryContent : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Blob> blobs = [];
    private readonly Dictionary<string, StoredManifest> manifests = [];
    private readonly SortedDictionary<string, string> tags = new(StringComparer.Ordinal);

    public bool HasManifests
    {
        get
        {
            lock (gate)
            {
                return manifests.Count > 0;
            }
        }
    }

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

    public bool RemoveBlob(string digest)
    {
        lock (gate)
        {
            if (!blobs.Remove(digest, out var blob))
            {
                return false;
            }

            blob.Release();
            return true;
        }
    }

    /// <summary>Finds a manifest by digest or by tag.</summary>
    public StoredManifest? FindManifest(string reference)
    {
        lock (gate)
        {
            return manifests.GetValueOrDefault(tags.GetValueOrDefault(reference, reference));
        }
    }

    public IReadOnlyList<StoredManifest> Referrers(string subject)
    {
        lock (gate)
        {
            return [.. manifests.Values.Where(manifest => manifest.Subject == subject)];
        }
    }

    public void AddManifest(StoredManifest manifest, string? tag)
    {
        lock (gate)
        {
            manifests[manifest.Digest] = manifest;
            if (tag is not null)
            {
                tags[tag] = manifest.Digest;
            }
        }
    }

    /// <summary>Removes a manifest with all its tags if the reference is a digest, or only the tag if it is one.</summary>
    public bool RemoveManifest(string reference)
    {
        lock (gate)
        {
            if (!manifests.Remove(reference))
            {
                return tags.Remove(reference);
            }

            foreach (var tag in tags.Where(t => t.Value == reference).Select(t => t.Key).ToList())
            {
                tags.Remove(tag);
            }

            return true;
        }
    }

    public IReadOnlyList<string> Tags()
    {
        lock (gate)
        {
            return [.. tags.Keys];
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
