using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;

namespace AcrTokens.AzureSdk;

/// <summary>Converts a task's changes to the SDK's models. Unset values are left out; an empty list is sent as empty.</summary>
internal static class SdkBodies
{
    public static ContainerRegistryTokenData ToData(this AcrTokenChanges changes) =>
        new()
        {
            ScopeMapId = changes.ScopeMapId,
            Status = changes.Status is { } status ? new(status.ToString()) : null,
            Credentials = changes.ToCredentials(),
        };

    public static ContainerRegistryTokenPatch ToPatch(this AcrTokenChanges changes) =>
        new()
        {
            ScopeMapId = changes.ScopeMapId,
            Status = changes.Status is { } status ? new(status.ToString()) : null,
            Credentials = changes.ToCredentials(),
        };

    public static ScopeMapData ToData(this AcrScopeMapChanges changes)
    {
        var data = new ScopeMapData { Description = changes.Description };
        data.Actions.Set(changes.Actions);
        return data;
    }

    public static ScopeMapPatch ToPatch(this AcrScopeMapChanges changes)
    {
        var patch = new ScopeMapPatch { Description = changes.Description };
        patch.Actions.Set(changes.Actions);
        return patch;
    }

    // Unset credentials would still be sent, as {}.
    private static ContainerRegistryTokenCredentials? ToCredentials(this AcrTokenChanges changes)
    {
        if (changes.Passwords is null && changes.Certificates is null)
            return null;

        var credentials = new ContainerRegistryTokenCredentials();
        credentials.Passwords.Set(
            changes.Passwords?.Select(p => new ContainerRegistryTokenPassword
            {
                Name = new(p.Name.ToString()),
                CreatedOn = p.CreatedOn,
                ExpireOn = p.ExpiresOn,
            })
        );
        credentials.Certificates.Set(
            changes.Certificates?.Select(c => new ContainerRegistryTokenCertificate
            {
                Name = new(c.Name.ToString()),
                ExpireOn = c.ExpiresOn,
                Thumbprint = c.Thumbprint,
                EncodedPemCertificate = c.EncodedPemCertificate,
            })
        );
        return credentials;
    }

    // The SDK leaves out a list that was never changed. Clearing counts as a change; without it [] would be left out.
    private static void Set<T>(this IList<T> list, IEnumerable<T>? items)
    {
        if (items is null)
            return;

        list.Clear();
        foreach (var item in items)
            list.Add(item);
    }
}
