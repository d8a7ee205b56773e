using Microsoft.Extensions.Logging;

namespace AcrTokens;

// A new password for the same token.
public sealed partial class AcrTokenLease
{
    private Task? renewal;

    /// <summary>
    /// Generates the token's other password, whose lifetime counts from now, and replaces <see cref="Password"/>, <see cref="ExpiresOn"/> and the
    /// credentials in the docker configuration. One request; on an existing token two. Concurrent callers share one renewal.
    /// </summary>
    /// <remarks>
    /// The password before it stays valid until its own expiry, so that a push under way can log in again. The renewal after this one replaces it,
    /// and the revocation ends both.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the wait, not the renewal.</param>
    /// <exception cref="AcrException">The service refused, <see cref="AcrTokenMintSettings.AutoRenew"/> is over, or another build uses an existing
    /// token's other password. The lease is unchanged.
    /// </exception>
    /// <exception cref="InvalidOperationException">The lease has ended, is detached, or belongs to another process.</exception>
    public Task RenewAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (settings.WhatIf)
                return Task.CompletedTask;

            ThrowIfOver();
            if (renewal is null or { IsCompleted: true })
                renewal = Task.Run(() => TokenOperation.RunAsync("renew", client, Name, GenerateAsync), CancellationToken.None);
            return renewal.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc cref="RenewAsync"/>
    public void Renew() => RenewAsync().GetAwaiter().GetResult();

    // No renewal makes the password last longer.
    private DateTimeOffset? RenewalsEnd => settings.AutoRenew is { } maximum ? ServiceTime.ToSeconds(MintedOn + maximum) : null;

    private void BeginAutoRenewal()
    {
        if (RenewalsEnd is { } end)
            _ = new AutoRenewal(client, Name, settings.Lifetime, end).RunAsync(() => ExpiresOn, () => RenewAsync(), over.Task);
    }

    private async Task<bool> GenerateAsync(TokenOperation operation)
    {
        operation.Registry = id.Parent!.Name;
        var now = client.Time.Now;
        var until = ServiceTime.ToSeconds(now + settings.Lifetime);
        until = RenewalsEnd < until ? RenewalsEnd.Value : until;
        if (own is not null)
            until = OwnPasswords.Mark(until);
        if (until <= now)
            throw Failed($"{settings.AutoRenew} after its mint, its renewals are over.", nothingDone: true);

        var name = current.Other;
        if (own is not null)
            await CheckIsFreeAsync(name).ConfigureAwait(false);
        own?.Add(name, until);
        NoteExpiry(until); // before the request, whose answer may be lost
        var credentials = await client.Executor.GenerateCredentialsAsync(id, name, until, CancellationToken.None).ConfigureAwait(false);
        client.Hide(credentials);
        var generated = credentials.Find(name) ?? throw Failed($"the service's answer holds no {name}.");
        var renewed = new LeasePassword(generated.Value!, name, generated.ExpiresOn ?? DateTimeOffset.MaxValue);
        own?.Add(name, renewed.ExpiresOn);
        NoteExpiry(renewed.ExpiresOn);
        if (LateExpiry.Describe(renewed.ExpiresOn, until, settings.Lifetime) is { } difference)
            throw Failed(difference);

        Take(renewed);
        client.Log.LogInformation("Renewed token {Token}, good until {ExpiresOn:u}", Name, ExpiresOn);
        return true;
    }

    // The other password of an existing token may be another build's.
    private async Task CheckIsFreeAsync(AcrTokenPasswordName name)
    {
        var token = await client.Executor.GetTokenIfExistsAsync(id, CancellationToken.None).ConfigureAwait(false);
        if (
            token?.Passwords.FirstOrDefault(password => password.Name == name && password.IsLiveAt(client.Time.Now)) is { } used
            && !own!.Contains(used)
        )
            throw Failed($"somebody else uses its {name}.", nothingDone: true, isTransient: true);
    }

    private void NoteExpiry(DateTimeOffset expiresOn)
    {
        if (expiresOn > last.ExpiresOn)
            last = current with { ExpiresOn = expiresOn };
    }

    private void Take(LeasePassword renewed)
    {
        lock (gate)
        {
            ThrowIfOver(); // it may have ended meanwhile
            current = renewed;
            dockerConfig?.Renew(renewed.Secret);
        }
    }

    private void ThrowIfOver()
    {
        Password.ThrowIfEnded();
        if (IsDetached)
            throw new InvalidOperationException($"Lease '{Name}' is detached: another process may use its password.");
    }

    private AcrException Failed(string reason, bool nothingDone = false, bool isTransient = false) =>
        new($"Could not renew {AcrResourceIds.Describe(id)}: {reason}")
        {
            Operation = "renew token",
            Resource = ResourceId,
            IsTransient = isTransient,
            NothingDone = nothingDone,
        };
}
