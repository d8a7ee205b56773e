using AcrTokens.Emulator.Faults;

namespace AcrTokens.Emulator.Registry;

/// <summary>The names of the registry's operations.</summary>
internal static class RegistryOperations
{
    public static string NameOf(RegistryResource resource, string method) =>
        (resource, method) switch
        {
            (RegistryResource.Root, _) => OperationNames.Ping,
            (RegistryResource.Catalog, _) => OperationNames.Catalog,
            (RegistryResource.Tags, _) => OperationNames.Tags,
            (RegistryResource.Referrers, _) => "Referrers_List",
            (RegistryResource.MetadataCatalog, _) => "Repositories_List",
            (RegistryResource.MetadataRepository, _) => "Repositories_" + Verb(method),
            (RegistryResource.MetadataTags, _) => "RepositoryTags_List",
            (RegistryResource.MetadataTag, _) => "RepositoryTags_" + Verb(method),
            (RegistryResource.MetadataManifests, _) => "RepositoryManifests_List",
            (RegistryResource.MetadataManifest, "PATCH") => "RepositoryManifests_Update",
            (RegistryResource.MetadataManifest, _) => "RepositoryManifests_Get",
            (RegistryResource.Blob, "DELETE") => "Blobs_Delete",
            (RegistryResource.Blob, _) => "Blobs_Get",
            (RegistryResource.Uploads, _) => "Uploads_Begin",
            (RegistryResource.Upload, "PATCH") => "Uploads_Append",
            (RegistryResource.Upload, "PUT") => "Uploads_Finish",
            (RegistryResource.Upload, "DELETE") => "Uploads_Cancel",
            (RegistryResource.Upload, _) => "Uploads_Status",
            (RegistryResource.Manifest, "PUT") => "Manifests_Put",
            (RegistryResource.Manifest, "DELETE") => "Manifests_Delete",
            _ => "Manifests_Get",
        };

    private static string Verb(string method) =>
        method switch
        {
            "PATCH" => "Update",
            "DELETE" => "Delete",
            _ => "Get",
        };
}
