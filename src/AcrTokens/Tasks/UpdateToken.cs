using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class UpdateToken(AcrClient client)
{
    public async Task<AcrToken> RunAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var changes = new AcrTokenChanges
        {
            ScopeMapId = registry.ScopeMap(settings.ScopeMap),
            Status = settings.Status,
            Passwords = settings.Passwords,
        };
        var token = await client.Executor.UpdateTokenAsync(id, changes, cancellationToken).ConfigureAwait(false);
        client.Logger.LogInformation("Updated token {Token} in registry {Registry}", id.Name, registry.Name);
        return token;
    }
}
