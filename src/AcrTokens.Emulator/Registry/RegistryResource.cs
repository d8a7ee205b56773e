namespace AcrTokens.Emulator.Registry;

/// <summary>The kinds of resources that the registry has paths for.</summary>
internal enum RegistryResource
{
    Root,
    Catalog,
    Tags,
    Manifest,
    Blob,
    Uploads,
    Upload,
}
