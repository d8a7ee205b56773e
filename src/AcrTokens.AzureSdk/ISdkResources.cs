using Azure.Core;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>Where the executor gets the SDK's objects from. What cannot be had fails as the SDK's own calls do.</summary>
internal interface ISdkResources
{
    ContainerRegistryResource Registry(ResourceIdentifier id);

    /// <summary>The same registry for calls that must not act twice: what they send is not sent again after an unknown outcome.</summary>
    ContainerRegistryResource RegistryOnce(ResourceIdentifier id);

    IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(string subscriptionId, CancellationToken cancellationToken);

    Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken);
}
