using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class RevokeToken(AcrClient client)
{
    public async Task RunAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        AcrTokenGuard.Arm();
        var wasThere = await new NamedRevocation(id.Name, new Revocation(client, id, settings.KeepDisabled)).RunAsync(cancellationToken).ConfigureAwait(false);
        if (wasThere)
            client.Log.LogInformation("Revoked token {Token} in registry {Registry}", id.Name, registry.Name);
        else
            client.Log.LogInformation("Token {Token} of registry {Registry} was gone already", id.Name, registry.Name);
    }
}
