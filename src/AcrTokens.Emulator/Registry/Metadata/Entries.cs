namespace AcrTokens.Emulator.Registry.Metadata;

/// <summary>A repository as a whole.</summary>
internal sealed record RepositoryEntry(
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int ManifestCount,
    int TagCount,
    ChangeableAttributes Attributes
);

/// <summary>A tag, and the manifest that it names now.</summary>
internal sealed record TagEntry(string Name, string Digest, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, ChangeableAttributes Attributes);

/// <summary>A manifest, and when it came.</summary>
internal sealed record ManifestEntry(StoredManifest Manifest, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, ChangeableAttributes Attributes);
