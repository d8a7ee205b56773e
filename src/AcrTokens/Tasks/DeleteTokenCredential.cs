using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class DeleteTokenCredential(AcrClient client)
{
    public async Task<AcrToken> RunAsync(AcrTokenCredentialDeleteSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        var kept = settings.PasswordName is { } name ? await OthersAsync(settings, id, name, cancellationToken).ConfigureAwait(false) : [];
        var token = await client.Executor
            .UpdateTokenAsync(id, new AcrTokenChanges { Passwords = kept }, Azure.WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Removed {Password} of token {Token} in registry {Registry}", settings.PasswordName?.ToString() ?? "both passwords", id.Name, registry.Name);
        return token;
    }

    // The service takes the list of the passwords to keep, so it has to be known which there are.
    private async Task<IReadOnlyList<AcrTokenPassword>> OthersAsync(
        AcrTokenCredentialDeleteSettings settings, Azure.Core.ResourceIdentifier id, AcrTokenPasswordName name, CancellationToken cancellationToken)
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
            };
        }

        return token is null ? [new AcrTokenPassword { Name = new("the other, where it has one") }] : [.. token.Passwords.Where(p => p.Name != name)];
    }
}
