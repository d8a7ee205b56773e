using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The tasks on a registry itself and on its admin user.</summary>
internal sealed class RegistryTasks(AcrClient client)
{
    public async Task<AcrRegistry> GetAsync(AcrRegistryGetSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var registry = await client.Executor.GetRegistryAsync(id, cancellationToken).ConfigureAwait(false);
        client.Registries.Note(settings, id, registry.LoginServer);
        return registry;
    }

    public async Task<AcrAdminCredential> GetAdminCredentialAsync(AcrCredentialGetSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var credential = await client.Executor.GetAdminCredentialAsync(id, cancellationToken).ConfigureAwait(false);
        client.Hide(credential);
        return credential;
    }

    public async Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        AcrCredentialRegenerateSettings settings,
        CancellationToken cancellationToken
    )
    {
        var id = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var credential = await client
            .Executor.RegenerateAdminCredentialAsync(id, settings.PasswordName!.Value, cancellationToken)
            .ConfigureAwait(false);
        client.Hide(credential);
        client.Log.LogInformation("Regenerated admin credential {Password} of registry {Registry}", settings.PasswordName, id.Name);
        return credential;
    }
}
