using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class UpdateToken(AcrClient client)
{
    public async Task<AcrToken> RunAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var token = await client.Executor.UpdateTokenAsync(id, settings.ToChanges(registry), settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Updated token {Token} in registry {Registry}", id.Name, registry.Name);
        return token;
    }
}
