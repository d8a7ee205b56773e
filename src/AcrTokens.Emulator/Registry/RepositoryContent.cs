namespace AcrTokens.Emulator.Registry;

/// <summary>One repository's blobs, manifests, tags and unfinished uploads.</summary>
internal sealed class RepositoryContent
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> blobs = [];
    private readonly Dictionary<string, StoredManifest> manifests = [];
    private readonly SortedDictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BlobUpload> uploads = [];

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

    public byte[]? FindBlob(string digest)
    {
        lock (gate)
        {
            return blobs.GetValueOrDefault(digest);
        }
    }

    public void AddBlob(string digest, byte[] bytes)
    {
        lock (gate)
        {
            blobs[digest] = bytes;
        }
    }

    public bool RemoveBlob(string digest)
    {
        lock (gate)
        {
            return blobs.Remove(digest);
        }
    }

    public BlobUpload BeginUpload()
    {
        var upload = new BlobUpload();
        lock (gate)
        {
            uploads.Add(upload.Id, upload);
        }

        return upload;
    }

    public BlobUpload? FindUpload(string id)
    {
        lock (gate)
        {
            return uploads.GetValueOrDefault(id);
        }
    }

    public bool EndUpload(string id)
    {
        lock (gate)
        {
            return uploads.Remove(id);
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
}
