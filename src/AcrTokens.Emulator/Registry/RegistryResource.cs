namespace AcrTokens.Emulator.Registry;

/// <summary>The kinds of things that the registry has addresses for.</summary>
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
