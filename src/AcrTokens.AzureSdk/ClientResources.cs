using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.Resources;

namespace AcrTokens.AzureSdk;

/// <summary>All that a client may see. It makes its objects without a request.</summary>
internal sealed class ClientResources(ArmClient client) : ISdkResources
{
    private readonly Lazy<ArmClient> once = new(() => new SendOnceClient(client).Once);

    public ContainerRegistryResource Registry(ResourceIdentifier id) => client.GetContainerRegistryResource(id);

    public ContainerRegistryResource RegistryOnce(ResourceIdentifier id) => once.Value.GetContainerRegistryResource(id);

    public IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(string subscriptionId, CancellationToken cancellationToken) =>
        client.GetSubscriptionResource(SubscriptionResource.CreateResourceIdentifier(subscriptionId)).GetContainerRegistriesAsync(cancellationToken);

    public Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        Task.FromResult(client.GetContainerRegistryTokenResource(id));

    public Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        Task.FromResult(client.GetScopeMapResource(id));
}
