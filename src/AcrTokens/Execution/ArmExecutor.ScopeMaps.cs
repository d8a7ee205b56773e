using Azure;
using Azure.Core;

namespace AcrTokens;

internal sealed partial class ArmExecutor
{
    public Task<AcrScopeMap> CreateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ChangeScopeMapAsync(RequestMethod.Put, scopeMap, changes, waitUntil, cancellationToken);

    public Task<AcrScopeMap> UpdateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ChangeScopeMapAsync(RequestMethod.Patch, scopeMap, changes, waitUntil, cancellationToken);

    public async Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken) =>
        (await calls.GetIfExistsAsync(scopeMap, ArmJson.Default.ScopeMapJson, cancellationToken).ConfigureAwait(false))?.ToModel(scopeMap);

    public IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(ResourceIdentifier registry, CancellationToken cancellationToken) => calls
        .ListAsync(registry, "scopeMaps", ArmJson.Default.PageJsonScopeMapJson, cancellationToken)
        .Select(json => json.ToModel(new(json.Id ?? "")));

    public Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        calls.DeleteAsync(scopeMap, waitUntil, cancellationToken);

    private async Task<AcrScopeMap> ChangeScopeMapAsync(
        RequestMethod method, ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var body = new ScopeMapJson(new ScopeMapPropertiesJson { Description = changes.Description, Actions = changes.Actions });
        var (json, isFinal) = await calls.ChangeAsync(method, scopeMap, body, ArmJson.Default.ScopeMapJson, waitUntil, cancellationToken).ConfigureAwait(false);
        var model = json.ToModel(scopeMap);
        return isFinal ? model : model with { ProvisioningState = AcrProvisioningState.Succeeded };
    }
}
