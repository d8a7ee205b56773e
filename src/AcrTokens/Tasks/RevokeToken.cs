using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class RevokeToken(AcrClient client)
{
    public async Task RunAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var left = "It is not revoked, and good until its passwords expire: try again.";
        try
        {
            if (!await client.Executor.DisableAsync(id, cancellationToken).ConfigureAwait(false))
            {
                client.Logger.LogInformation("Token {Token} of registry {Registry} was gone already", id.Name, registry.Name);
                return;
            }

            left = "It is disabled and cannot log in any more, but takes a place in the registry's quota: try again.";
            if (!settings.KeepDisabled)
                await client.Executor.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException failure)
        {
            throw failure.Adding(left);
        }

        client.Logger.LogInformation("Revoked token {Token} in registry {Registry}", id.Name, registry.Name);
    }
}
