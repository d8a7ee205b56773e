using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class RegenerateAdminCredential(AcrClient client)
{
    public async Task<AcrAdminCredential> RunAsync(AcrCredentialRegenerateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var credential = await client.Executor.RegenerateAdminCredentialAsync(registry, settings.PasswordName!.Value, cancellationToken).ConfigureAwait(false);
        client.Hide(credential);
        client.Log.LogInformation("Regenerated admin credential {Password} of registry {Registry}", settings.PasswordName, registry.Name);
        return credential;
    }
}
