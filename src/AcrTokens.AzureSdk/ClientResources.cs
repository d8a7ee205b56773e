using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.Resources;

namespace AcrTokens.AzureSdk;

/// <summary>The resources that a client may see. Their objects are created without a request.</summary>
internal sealed class ClientResources : ISdkResources
{
    private readonly Relay relay;
    private readonly ArmClient client;

    public ClientResources(ArmClient client, AcrThrottling throttling)
    {
        relay = new Relay(client, throttling);
        this.client = relay.ToClient();
    }

    public ContainerRegistryResource Registry(ResourceIdentifier id) => client.GetContainerRegistryResource(id);

    public ContainerRegistryResource Registry(ResourceIdentifier id, ListSieve sieve) => relay.ToClient(sieve).GetContainerRegistryResource(id);

    public IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(
        string subscriptionId,
        ListSieve sieve,
        CancellationToken cancellationToken
    ) =>
        relay
            .ToClient(sieve)
            .GetSubscriptionResource(SubscriptionResource.CreateResourceIdentifier(subscriptionId))
            .GetContainerRegistriesAsync(cancellationToken);

    public Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        Task.FromResult(client.GetContainerRegistryTokenResource(id));

    public Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        Task.FromResult(client.GetScopeMapResource(id));
}
