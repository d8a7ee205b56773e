using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>
/// The seam between the tasks and Azure: one method, one change or question. What it is given was checked before.
/// Changes return when the service has finished them, or after its first answer with <see cref="WaitUntil.Started"/>.
/// Failures are <see cref="AcrException"/>. One item of a list that cannot be read does not end the list: <c>passedOver</c> is told of
/// it, as <see cref="AcrAttempt.UnreadableItem"/> says it, and the list goes on.
/// </summary>
public interface IAcrExecutor
{
    /// <summary>Reads a registry.</summary>
    Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>Lists the registries of a subscription.</summary>
    IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(string subscriptionId, Action<AcrException> passedOver, CancellationToken cancellationToken);

    /// <summary>Lists what the caller may do on a registry, one entry a role; null when that cannot be asked, which says nothing about the rights.</summary>
    Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>Lists the locks that hold for a registry; null when that cannot be asked.</summary>
    Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>Reads the credentials of a registry's admin user.</summary>
    Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>Generates one password of a registry's admin user anew. Never repeated after an unknown outcome.</summary>
    Task<AcrAdminCredential> RegenerateAdminCredentialAsync(ResourceIdentifier registry, AcrAdminPasswordName name, CancellationToken cancellationToken);

    /// <summary>Creates a token, or replaces one of that name, which wipes its passwords.</summary>
    Task<AcrToken> CreateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Changes a token; what is not set stays as it is.</summary>
    Task<AcrToken> UpdateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Reads a token; null when there is none.</summary>
    Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken);

    /// <summary>Lists the tokens of a registry, page by page as they are asked for.</summary>
    IAsyncEnumerable<AcrToken> ListTokensAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken);

    /// <summary>Deletes a token; one that does not exist counts as deleted.</summary>
    Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Generates one password, or both where <paramref name="name"/> is null. Never repeated after an unknown outcome.</summary>
    Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn, CancellationToken cancellationToken);

    /// <summary>Creates a scope map, or replaces the one of that name.</summary>
    Task<AcrScopeMap> CreateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Changes a scope map; what is not set stays as it is.</summary>
    Task<AcrScopeMap> UpdateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Reads a scope map; null when there is none.</summary>
    Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken);

    /// <summary>Lists the scope maps of a registry, page by page as they are asked for.</summary>
    IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken);

    /// <summary>Deletes a scope map; one that does not exist counts as deleted.</summary>
    Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken);
}
