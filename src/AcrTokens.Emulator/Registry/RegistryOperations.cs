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
}
