using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class CreateScopeMap(AcrClient client)
{
    public async Task<AcrScopeMap> RunAsync(AcrScopeMapCreateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = registry.ScopeMap(settings.Name!);
        var changes = new AcrScopeMapChanges { Description = settings.Description, Actions = settings.Scopes.ToActions(settings) };
        var scopeMap = await client.Executor.CreateScopeMapAsync(id, changes, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Created scope map {ScopeMap} in registry {Registry}", id.Name, registry.Name);
        return scopeMap;
    }
}
