using Azure.Core;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>Where the executor gets the SDK's objects from. What cannot be had fails as the SDK's own calls do.</summary>
internal interface ISdkResources
{
    ContainerRegistryResource Registry(ResourceIdentifier id);

    /// <summary>The same registry for a list, of which only what passes is shown.</summary>
    ContainerRegistryResource Registry(ResourceIdentifier id, ListSieve sieve);

    IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(string subscriptionId, ListSieve sieve, CancellationToken cancellationToken);

    Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken);
}
