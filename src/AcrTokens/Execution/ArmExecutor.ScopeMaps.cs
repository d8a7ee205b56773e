using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

internal sealed partial class ArmExecutor
{
    public override Task<AcrScopeMap> CreateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => ChangeScopeMapAsync(RequestMethod.Put, scopeMap, changes, waitUntil, cancellationToken);

    public override Task<AcrScopeMap> UpdateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => ChangeScopeMapAsync(RequestMethod.Patch, scopeMap, changes, waitUntil, cancellationToken);

    public override async Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken) =>
        (await calls.GetIfExistsAsync(scopeMap, json => ArmModels.ScopeMap(json, scopeMap), cancellationToken).ConfigureAwait(false)).Resource;

    public override IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) =>
        calls.ListAsync(
            registry,
            "scopeMaps",
            json => ArmModels.ScopeMap(json, ArmModels.Id(json, AcrResourceIds.ScopeMapType)),
            passedOver,
            cancellationToken
        );

    public override Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        calls.DeleteAsync(scopeMap, waitUntil, cancellationToken);

    private async Task<AcrScopeMap> ChangeScopeMapAsync(
        RequestMethod method,
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) =>
        (
            await calls
                .ChangeAsync(
                    new ArmChange<AcrScopeMap>(
                        method,
                        scopeMap,
                        changes.ToBody(),
                        json => ArmModels.ScopeMap(json, scopeMap),
                        m => m with { ProvisioningState = AcrProvisioningState.Succeeded }
                    ),
                    waitUntil,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Resource;
}
