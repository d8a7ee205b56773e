using Azure;
using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

internal sealed class SdkScopeMaps(ISdkResources resources, SdkCalls calls) : SdkChildren<ScopeMapResource, AcrScopeMap>(calls)
{
    public Task<AcrScopeMap> CreateAsync(
        ResourceIdentifier id,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            "create",
            id,
            () => In(id.Parent!).CreateOrUpdateAsync(WaitUntil.Started, id.Name, changes.ToData(), cancellationToken),
            waitUntil,
            cancellationToken
        );

    public Task<AcrScopeMap> UpdateAsync(
        ResourceIdentifier id,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            "update",
            id,
            async () =>
            {
                var scopeMap = await resources.GetScopeMapAsync(id, cancellationToken).ConfigureAwait(false);
                return await scopeMap.UpdateAsync(WaitUntil.Started, changes.ToPatch(), cancellationToken).ConfigureAwait(false);
            },
            waitUntil,
            cancellationToken
        );

    public IAsyncEnumerable<AcrScopeMap> ListAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken)
    {
        var attempt = new AcrAttempt("list scopeMaps of", registry);
        var sieve = new ListSieve(attempt, json => json.Read<ScopeMapData>(new ScopeMapData()).ToModel(), passedOver);
        return SdkCalls.ListAsync(
            attempt,
            () => resources.Registry(registry, sieve).GetScopeMaps().GetAllAsync(cancellationToken),
            scopeMap => scopeMap.Data.ToModel(),
            cancellationToken
        );
    }

    protected override Task<NullableResponse<ScopeMapResource>> AskIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        In(id.Parent!).GetIfExistsAsync(id.Name, cancellationToken);

    protected override async Task<ArmOperation> BeginDeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var scopeMap = await resources.GetScopeMapAsync(id, cancellationToken).ConfigureAwait(false);
        return await scopeMap.DeleteAsync(WaitUntil.Started, cancellationToken).ConfigureAwait(false);
    }

    protected override AcrScopeMap ToModel(ScopeMapResource resource, ResourceIdentifier id) => resource.Data.ToModel(id);

    protected override AcrScopeMap Read(BinaryData answer, ResourceIdentifier id) => answer.Read<ScopeMapData>(new ScopeMapData()).ToModel(id);

    protected override AcrProvisioningState StateOf(AcrScopeMap model) => model.ProvisioningState;

    private ScopeMapCollection In(ResourceIdentifier registry) => resources.Registry(registry).GetScopeMaps();
}
