using Azure.Core;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>Provides the SDK's objects to the executor. A missing resource fails as the SDK's own calls do.</summary>
internal interface ISdkResources
{
    ContainerRegistryResource Registry(ResourceIdentifier id);

    /// <summary>The same registry for a list. Only the items that pass the sieve are shown.</summary>
    ContainerRegistryResource Registry(ResourceIdentifier id, ListSieve sieve);

    IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(string subscriptionId, ListSieve sieve, CancellationToken cancellationToken);

    Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken);
}
