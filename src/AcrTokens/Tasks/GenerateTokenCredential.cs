using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class GenerateTokenCredential(AcrClient client)
{
    public async Task<AcrTokenCredentials> RunAsync(AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var expiresOn = settings.ExpiresOn ?? client.Clock.GetUtcNow() + settings.Lifetime;
        var credentials = await client.Executor.GenerateCredentialsAsync(id, settings.PasswordName, expiresOn, cancellationToken).ConfigureAwait(false);
        client.Hide(credentials);
        client.Logger.LogInformation("Generated {Password} of token {Token} in registry {Registry}",
            settings.PasswordName?.ToString() ?? "both passwords", id.Name, registry.Name);
        return credentials;
    }
}
