using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class DeleteScopeMap(AcrClient client)
{
    public async Task RunAsync(AcrScopeMapDeleteSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = registry.ScopeMap(settings.Name!);
        await client.Executor.DeleteScopeMapAsync(id, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Deleted scope map {ScopeMap} in registry {Registry}", id.Name, registry.Name);
    }
}
