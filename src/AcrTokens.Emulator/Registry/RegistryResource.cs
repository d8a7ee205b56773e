namespace AcrTokens.Emulator.Registry;

/// <summary>The kinds of resources that the registry has paths for.</summary>
internal enum RegistryResource
{
    Root,
    Catalog,
    Tags,
    Referrers,
    Manifest,
    Blob,
    Uploads,
    Upload,
    MetadataCatalog,
    MetadataRepository,
    MetadataTags,
    MetadataTag,
    MetadataManifests,
    MetadataManifest,
}
