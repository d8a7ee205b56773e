using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The tasks that attach to or revoke a token of another process.</summary>
internal sealed class LeaseTasks(AcrClient client)
{
    public async Task<AcrTokenLease> AttachAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var mint = new AcrTokenMintSettings
        {
            RegistryName = settings.RegistryName,
            KeepDisabled = settings.KeepDisabled,
            WhatIf = settings.WhatIf,
        };
        var token = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
        if (settings.WhatIf)
            return new AcrTokenLease(client, new(id, new AcrSecret(""), client.Time.Now, client.Time.Now), mint).Rehearsed();
        if (token is null)
            throw AcrException.Missing(settings.Task, id);

        client.Time.Note(token.ReadOn);
        var password = new AcrSecret("");
        password.End();
        var lease = new AcrTokenLease(client, new(id, password, token.CreatedOn ?? client.Time.Now, EndOf(token)), mint);
        AcrTokenGuard.Arm();
        LeaseBook.Add(lease);
        return lease;
    }

    public async Task RevokeAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        AcrTokenGuard.Arm();
        var wasThere = await new NamedRevocation(id.Name, new Revocation(client, id, settings.KeepDisabled))
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
        if (wasThere)
            client.Log.LogInformation("Revoked token {Token} in registry {Registry}", id.Name, id.Parent!.Name);
        else
            client.Log.LogInformation("Token {Token} of registry {Registry} was gone already", id.Name, id.Parent!.Name);
    }

    // A certificate is valid as long as it is there.
    private static DateTimeOffset EndOf(AcrToken token) =>
        token.Certificates.Count > 0 || token.Passwords.Count == 0
            ? DateTimeOffset.MaxValue
            : token.Passwords.Max(password => password.ExpiresOn ?? DateTimeOffset.MaxValue);
}
