using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>One registry and its resources, only by the registry's own members: getting a token or a scope map takes a request.</summary>
internal sealed class RegistryResources : ISdkResources
{
    private readonly ResourceIdentifier own;
    private readonly ContainerRegistryResource registry;
    private readonly Relay? relay;

    public RegistryResources(ContainerRegistryResource registry, AcrThrottling throttling)
    {
        own = registry.Id ?? throw new ArgumentException("The registry has no Id: give a substitute one.", nameof(registry));

        // A substitute has no client.
        relay = registry.GetCachedClient(client => new ClientOf(client)) is { } known ? new Relay(known.Client, throttling) : null;
        this.registry = relay?.ToClient().GetContainerRegistryResource(own) ?? registry;
    }

    public ContainerRegistryResource Registry(ResourceIdentifier id) => id == own ? registry : throw Stranger(id);

    public ContainerRegistryResource Registry(ResourceIdentifier id, ListSieve sieve) =>
        id != own ? throw Stranger(id) : relay?.ToClient(sieve).GetContainerRegistryResource(own) ?? registry;

    public async IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(
        string subscriptionId,
        ListSieve sieve,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (string.Equals(own.SubscriptionId, subscriptionId, StringComparison.OrdinalIgnoreCase))
            yield return (await registry.GetAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    public async Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        (await Registry(id.Parent!).GetContainerRegistryTokens().GetAsync(id.Name, cancellationToken).ConfigureAwait(false)).Value;

    public async Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        (await Registry(id.Parent!).GetScopeMaps().GetAsync(id.Name, cancellationToken).ConfigureAwait(false)).Value;

    private AcrException Stranger(ResourceIdentifier id) =>
        new($"This client was created for registry '{own.Name}' only, not for '{id}': create it from an ArmClient, or name that registry.")
        {
            Operation = "find registry",
            Resource = id.ToString(),
            NothingDone = true,
        };

    private sealed record ClientOf(ArmClient Client);
}
