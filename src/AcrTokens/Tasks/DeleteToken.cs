using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class DeleteToken(AcrClient client)
{
    public async Task RunAsync(AcrTokenDeleteSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        await client.Executor.DeleteTokenAsync(id, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Deleted token {Token} in registry {Registry}", id.Name, registry.Name);
    }
}
