using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class GenerateTokenCredential(AcrClient client)
{
    public async Task<AcrTokenCredentials> RunAsync(AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var expiresOn = settings.Lifetime is { } lifetime ? await NowAsync(registry, settings, cancellationToken).ConfigureAwait(false) + lifetime : settings.ExpiresOn;
        var credentials = await client.Executor.GenerateCredentialsAsync(id, settings.PasswordName, expiresOn, cancellationToken).ConfigureAwait(false);
        client.Hide(credentials);
        client.Log.LogInformation("Generated {Password} of token {Token} in registry {Registry}",
            settings.PasswordName?.ToString() ?? "both passwords", id.Name, registry.Name);
        return credentials;
    }

    // Whoever may not read the registry has to do with the machine's own clock.
    private async Task<DateTimeOffset> NowAsync(ResourceIdentifier registry, AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken)
    {
        if (!client.Time.IsKnown && !settings.WhatIf)
        {
            try
            {
                client.Time.Note((await client.Executor.GetRegistryAsync(registry, cancellationToken).ConfigureAwait(false)).ReadOn);
            }
            catch (AcrException refused) when (refused.Status == 403)
            {
                client.Log.LogWarning("The service's time is not known, so the password expires by this machine's clock. {Failure:l}", refused.Message);
            }
        }

        return client.Time.Now;
    }
}
