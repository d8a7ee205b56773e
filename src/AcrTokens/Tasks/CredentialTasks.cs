using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The tasks on tokens' passwords.</summary>
internal sealed class CredentialTasks(AcrClient client)
{
    public async Task<AcrTokenCredentials> GenerateAsync(AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var expiresOn = settings.Lifetime is { } lifetime
            ? await NowAsync(id.Parent!, settings, cancellationToken).ConfigureAwait(false) + lifetime
            : settings.ExpiresOn;
        var credentials = await client
            .Executor.GenerateCredentialsAsync(id, settings.PasswordName, expiresOn, cancellationToken)
            .ConfigureAwait(false);
        client.Hide(credentials);
        client.Log.LogInformation(
            "Generated {Password} of token {Token} in registry {Registry}",
            Describe(settings.PasswordName),
            id.Name,
            id.Parent!.Name
        );
        return credentials;
    }

    public async Task<AcrToken> DeleteAsync(AcrTokenCredentialDeleteSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var kept = settings.PasswordName is { } name ? await OthersAsync(settings, id, name, cancellationToken).ConfigureAwait(false) : [];
        var token = await client
            .Executor.UpdateTokenAsync(id, new AcrTokenChanges { Passwords = kept }, WaitUntil.Completed, cancellationToken)
            .ConfigureAwait(false);
        client.Log.LogInformation(
            "Removed {Password} of token {Token} in registry {Registry}",
            Describe(settings.PasswordName),
            id.Name,
            id.Parent!.Name
        );
        return token;
    }

    private static string Describe(AcrTokenPasswordName? name) => name?.ToString() ?? "both passwords";

    // Falls back to the machine's clock if the credential may not read the registry.
    private async Task<DateTimeOffset> NowAsync(
        ResourceIdentifier registry,
        AcrTokenCredentialGenerateSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (!client.Time.IsKnown && !settings.WhatIf)
        {
            try
            {
                client.Time.Note((await client.Executor.GetRegistryAsync(registry, cancellationToken).ConfigureAwait(false)).ReadOn);
            }
            catch (AcrException refused) when (refused.Status == 403)
            {
                client.Log.LogWarning(
                    "The service's time is not known, so the password expires by this machine's clock. {Failure:l}",
                    refused.Message
                );
            }
        }

        return client.Time.Now;
    }

    // The service expects the passwords to keep, so the current ones are read first.
    private async Task<IReadOnlyList<AcrTokenPassword>> OthersAsync(
        AcrTokenCredentialDeleteSettings settings,
        ResourceIdentifier id,
        AcrTokenPasswordName name,
        CancellationToken cancellationToken
    )
    {
        var token = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
        if (token is null && !settings.WhatIf)
            throw AcrException.Missing(settings.Task, id);

        if (token?.Passwords.Any(p => p.Name == name) == false)
        {
            throw new AcrException($"Could not remove {name} of {AcrResourceIds.Describe(id)}: it has no such password.")
            {
                Operation = settings.Task,
                Resource = id.ToString(),
                IsTransient = false,
            };
        }

        return token is null ? [new AcrTokenPassword { Name = new("the other, where it has one") }] : [.. token.Passwords.Where(p => p.Name != name)];
    }
}
