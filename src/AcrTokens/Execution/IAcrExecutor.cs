using Azure.Core;

namespace AcrTokens;

/// <summary>
/// The seam between the tasks and Azure: one method, one change or question. What it is given was checked before.
/// Changes return when the service has finished them; failures are <see cref="AcrException"/>.
/// </summary>
public interface IAcrExecutor
{
    /// <summary>Reads a registry.</summary>
    Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>Lists the registries of a subscription.</summary>
    IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Creates a token, or replaces one of that name, which wipes its passwords.</summary>
    Task<AcrToken> CreateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, CancellationToken cancellationToken);

    /// <summary>Changes a token; what is not set stays as it is.</summary>
    Task<AcrToken> UpdateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, CancellationToken cancellationToken);

    /// <summary>Reads a token; null when there is none.</summary>
    Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken);

    /// <summary>Deletes a token; one that does not exist counts as deleted.</summary>
    Task DeleteTokenAsync(ResourceIdentifier token, CancellationToken cancellationToken);

    /// <summary>Generates one password, or both where <paramref name="name"/> is null. Never repeated after an unknown outcome.</summary>
    Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn, CancellationToken cancellationToken);

    /// <summary>Creates a scope map, or replaces the one of that name.</summary>
    Task<AcrScopeMap> CreateScopeMapAsync(
        ResourceIdentifier scopeMap, IReadOnlyList<string> actions, string? description, CancellationToken cancellationToken);

    /// <summary>Reads a scope map; null when there is none.</summary>
    Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken);
}
