using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>One registry and what belongs to it, by the registry's own members alone: a token or a scope map costs a request.</summary>
internal sealed class RegistryResources(ContainerRegistryResource registry) : ISdkResources
{
    private readonly ResourceIdentifier own = registry.Id ?? throw new ArgumentException("The registry has no Id: give a substitute one.", nameof(registry));

    // A substitute has no client behind it.
    private readonly Lazy<ContainerRegistryResource> once = new(() =>
        registry.GetCachedClient(client => new SendOnceClient(client))?.Once.GetContainerRegistryResource(registry.Id) ?? registry);

    public ContainerRegistryResource Registry(ResourceIdentifier id) => id == own ? registry : throw Stranger(id);

    public ContainerRegistryResource RegistryOnce(ResourceIdentifier id) => id == own ? once.Value : throw Stranger(id);

    public async IAsyncEnumerable<ContainerRegistryResource> ListRegistriesAsync(
        string subscriptionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.Equals(own.SubscriptionId, subscriptionId, StringComparison.OrdinalIgnoreCase))
            yield return (await registry.GetAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    public async Task<ContainerRegistryTokenResource> GetTokenAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        (await Registry(id.Parent!).GetContainerRegistryTokens().GetAsync(id.Name, cancellationToken).ConfigureAwait(false)).Value;

    public async Task<ScopeMapResource> GetScopeMapAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        (await Registry(id.Parent!).GetScopeMaps().GetAsync(id.Name, cancellationToken).ConfigureAwait(false)).Value;

    private AcrException Stranger(ResourceIdentifier id) =>
        new($"This client was made for registry '{own.Name}' alone, not for '{id}': make it of an ArmClient, or name that registry.")
        {
            Operation = "find registry",
            Resource = id.ToString(),
            NothingDone = true,
        };
}
