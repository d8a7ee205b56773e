namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>One repository's manifests and tags, with their times and attributes.</summary>
internal sealed class ImageStore(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly DateTimeOffset createdAt = clock.GetUtcNow();
    private readonly Dictionary<string, ManifestEntry> manifests = [];
    private readonly SortedDictionary<string, TagEntry> tags = new(StringComparer.Ordinal);
    private DateTimeOffset updatedAt = clock.GetUtcNow();
    private ChangeableAttributes attributes = ChangeableAttributes.All;

    public RepositoryEntry Repository
    {
        get
        {
            lock (gate)
            {
                return new RepositoryEntry(createdAt, updatedAt, manifests.Count, tags.Count, attributes);
            }
        }
    }

    /// <summary>The tags, by name.</summary>
    public IReadOnlyList<TagEntry> Tags
    {
        get
        {
            lock (gate)
            {
                return [.. tags.Values];
            }
        }
    }

    /// <summary>The manifests, by digest.</summary>
    public IReadOnlyList<ManifestEntry> Manifests
    {
        get
        {
            lock (gate)
            {
                return [.. manifests.Values.OrderBy(entry => entry.Manifest.Digest, StringComparer.Ordinal)];
            }
        }
    }

    public TagEntry? FindTag(string name)
    {
        lock (gate)
        {
            return tags.GetValueOrDefault(name);
        }
    }

    /// <summary>Finds a manifest by digest or by tag.</summary>
    public ManifestEntry? Find(string reference)
    {
        lock (gate)
        {
            return manifests.GetValueOrDefault(tags.TryGetValue(reference, out var tag) ? tag.Digest : reference);
        }
    }

    public void Add(StoredManifest manifest, string? tag)
    {
        lock (gate)
        {
            updatedAt = clock.GetUtcNow();
            manifests.TryAdd(manifest.Digest, new ManifestEntry(manifest, updatedAt, updatedAt, ChangeableAttributes.All));
            if (tag is not null)
            {
                tags[tag] = tags.TryGetValue(tag, out var before)
                    ? before with
                    {
                        Digest = manifest.Digest,
                        UpdatedAt = updatedAt,
                    }
                    : new TagEntry(tag, manifest.Digest, updatedAt, updatedAt, ChangeableAttributes.All);
            }
        }
    }

    /// <summary>Removes a manifest with all its tags if the reference is a digest, or only the tag if it is one.</summary>
    public bool Remove(string reference)
    {
        lock (gate)
        {
            if (!manifests.Remove(reference) && !tags.ContainsKey(reference))
            {
                return false;
            }

            updatedAt = clock.GetUtcNow();
            foreach (var tag in tags.Values.Where(tag => tag.Name == reference || tag.Digest == reference).ToList())
            {
                tags.Remove(tag.Name);
            }

            return true;
        }
    }

    public void Change(Func<ChangeableAttributes, ChangeableAttributes> change)
    {
        lock (gate)
        {
            attributes = change(attributes);
        }
    }

    public void ChangeTag(string name, Func<ChangeableAttributes, ChangeableAttributes> change)
    {
        lock (gate)
        {
            var tag = tags.GetValueOrDefault(name) ?? throw RegistryErrors.TagUnknown();
            tags[name] = tag with { Attributes = change(tag.Attributes) };
        }
    }

    public void ChangeManifest(string digest, Func<ChangeableAttributes, ChangeableAttributes> change)
    {
        lock (gate)
        {
            var entry = manifests.GetValueOrDefault(digest) ?? throw RegistryErrors.ManifestUnknown(digest);
            manifests[digest] = entry with { Attributes = change(entry.Attributes) };
        }
    }
}
