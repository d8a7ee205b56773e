using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The tasks that attach to or revoke a token of another process.</summary>
internal sealed class LeaseTasks(AcrClient client)
{
    public async Task<AcrTokenLease> AttachAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var own = OwnOf(settings);
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var mint = new AcrTokenMintSettings
        {
            RegistryName = settings.RegistryName,
            KeepDisabled = settings.KeepDisabled,
            WhatIf = settings.WhatIf,
        };
        var token = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
        if (settings.WhatIf)
            return AcrTokenLease.Rehearsed(client, id, client.Time.Now, mint);
        if (token is null)
            throw AcrException.Missing(settings.Task, id);

        client.Time.Note(token.ReadOn);
        var password = new LeasePassword(new AcrSecret(""), settings.PasswordName ?? AcrTokenPasswordName.Password1, EndOf(token, own));
        password.Secret.End();
        var lease = new AcrTokenLease(client, new(id, password, token.CreatedOn ?? client.Time.Now), mint, own);
        AcrTokenGuard.Arm();
        LeaseBook.Add(lease);
        return lease;
    }

    public async Task RevokeAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken)
    {
        var own = OwnOf(settings);
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        AcrTokenGuard.Arm();
        var end = await new NamedRevocation(client, id.Name, new Revocation(client, id, settings.KeepDisabled) { Own = own })
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
        client.WriteAudit(
            new()
            {
                Token = id,
                EndedOn = client.Time.Now,
                How = LeaseAudit.Words(end),
                By = settings.Task,
            }
        );
        if (end != TokenEnd.Gone)
            client.Log.LogInformation("Revoked token {Token} in registry {Registry}", id.Name, id.Parent!.Name);
        else
            client.Log.LogInformation("Token {Token} of registry {Registry} was gone already", id.Name, id.Parent!.Name);
    }

    private static OwnPasswords? OwnOf(AcrTokenRevokeSettings settings)
    {
        if (settings.PasswordName is not { } name)
            return null;

        var mistakes = new Mistakes();
        mistakes.AddIf(
            AcrTokenName.TryParse(settings.Name) is not null,
            $"'{settings.Name}' was created by a mint: leave out SetPasswordName, so that it is deleted"
        );
        mistakes.ThrowIfAny(settings.Task);
        var own = new OwnPasswords();
        own.Add(name, expiresOn: null);
        return own;
    }

    // A certificate is valid as long as it is there.
    private static DateTimeOffset EndOf(AcrToken token, OwnPasswords? own)
    {
        var passwords = token.Passwords.Where(password => own?.Contains(password) != false).ToList();
        return (own is null && token.Certificates.Count > 0) || passwords.Count == 0
            ? DateTimeOffset.MaxValue
            : passwords.Max(password => password.ExpiresOn ?? DateTimeOffset.MaxValue);
    }
}
