using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Generates a password of a token that exists, and enables it: one read and two writes.</summary>
/// <remarks>
/// Azure has no conditional writes. The answer to the second write shows whether another build took the password between the read and now.
/// </remarks>
internal sealed class ExistingToken(AcrClient client, AcrTokenMintSettings settings, PendingMint pending) : TokenSource
{
    private const int MostCollisions = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);

    // Many tokens are read less often: other builds need the budget of reads as well.
    private static readonly TimeSpan PausePerToken = TimeSpan.FromSeconds(0.5);

    public override async Task<(AcrTokenLease Lease, AcrTokenCredentials? Credentials)> TakeAsync(ResourceIdentifier registry, Func<Task> wanted)
    {
        if (settings.WhatIf)
            return (await RehearseAsync(AcrResourceIds.Token(registry, settings.Tokens[0])).ConfigureAwait(false), null);

        for (var collisions = 0; ; collisions++)
        {
            var (token, slots, name) = await FindAsync(registry).ConfigureAwait(false);
            if (await TryAsync(token, slots, name, isLast: collisions == MostCollisions).ConfigureAwait(false) is { } taken)
                return taken;
            client.Log.LogInformation("Another build took {Password} of token {Token} at the same time", name, token.Name);
        }
    }

    private async Task<AcrTokenLease> RehearseAsync(ResourceIdentifier id)
    {
        var expiresOn = ServiceTime.ToSeconds(client.Time.Now + settings.Lifetime);
        await client.Executor.GetTokenIfExistsAsync(id, pending.Token).ConfigureAwait(false);
        await client.Executor.GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, expiresOn, pending.Token).ConfigureAwait(false);
        await EnableAsync(id, null).ConfigureAwait(false);
        return AcrTokenLease.Rehearsed(client, id, expiresOn, settings);
    }

    /// <summary>Finds a token with a free password, and waits for one as long as the settings say.</summary>
    private async Task<(AcrToken Token, PasswordSlots Slots, AcrTokenPasswordName Name)> FindAsync(ResourceIdentifier registry)
    {
        var began = client.Clock.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            var refused = new List<string>();
            var busy = new List<string>();
            foreach (var token in Shuffled())
            {
                var id = AcrResourceIds.Token(registry, token);
                var found = await client.Executor.GetTokenIfExistsAsync(id, pending.Token).ConfigureAwait(false);
                client.Time.Note(found?.ReadOn);
                var slots = found is null ? null : new PasswordSlots(found, client.Time.Now);
                if (slots is null)
                    refused.Add($"there is no {AcrResourceIds.Describe(id)}");
                else if (slots.Refusal is { } refusal)
                    refused.Add(refusal);
                else if (slots.Free is { } name)
                    return (found!, slots, name);
                else
                    busy.Add($"'{token}' has no free password ({slots.InUse})");
            }

            if (busy.Count == 0)
                throw Failed($"{string.Join("; ", refused)}.");
            var left = settings.TokenWait - client.Clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                throw Failed($"{string.Join("; ", [.. busy, .. refused])}. Wait for it (SetTokenWait), or name another token (AddToken).");
            if (isFirst)
                client.Log.LogInformation("Waiting for a token: {Tokens:l}", string.Join("; ", busy));
            var pause = PausePerToken * settings.Tokens.Count;
            pause = pause > ShortestPause ? pause : ShortestPause;
            await Task.Delay(left < pause ? left : pause, client.Clock, pending.Token).ConfigureAwait(false);
        }
    }

    private async Task<(AcrTokenLease Lease, AcrTokenCredentials? Credentials)?> TryAsync(
        AcrToken token,
        PasswordSlots slots,
        AcrTokenPasswordName name,
        bool isLast
    )
    {
        var id = token.Id;
        var own = new OwnPasswords();
        var generated = false;
        try
        {
            pending.Name = id.Name;
            var mintedOn = client.Time.Now;
            pending.HasPassword = true;
            pending.ExpiresOn = OwnPasswords.Mark(ServiceTime.ToSeconds(mintedOn + settings.Lifetime));
            own.Add(name, pending.ExpiresOn);
            var credentials = await client.Executor.GenerateCredentialsAsync(id, name, pending.ExpiresOn, pending.Token).ConfigureAwait(false);
            generated = true;
            var minted = MintedToken.From(id, credentials, name, mintedOn);
            own.Add(name, minted.Password.ExpiresOn);

            var enabled = await EnableAsync(id, slots.KeptWith(name)).ConfigureAwait(false);
            AsAsked.Difference(enabled, scopeMap: null).ThrowFor(id);
            if (enabled is not null && !enabled.Passwords.Any(own.Contains))
                return isLast ? throw Failed($"other builds took the passwords of '{id.Name}' at the same time.") : null;

            var lease = new AcrTokenLease(client, minted, settings, own);
            pending.Become(lease);
            return (lease, credentials);
        }
        catch (Exception failure) when (generated || failure is not AcrException { NothingDone: true })
        {
            await new Rollback(client, pending)
                .RunAsync(id, failure, new PasswordRelease(client, id, own).RunAsync, PasswordRelease.IsWorthAnotherTry)
                .ConfigureAwait(false);
            throw;
        }
    }

    private Task<AcrToken> EnableAsync(ResourceIdentifier id, IReadOnlyList<AcrTokenPassword>? kept) =>
        client.Executor.UpdateTokenAsync(
            id,
            new AcrTokenChanges { Status = AcrTokenStatus.Enabled, Passwords = kept },
            WaitUntil.Completed,
            pending.Token
        );

    // Builds that come at the same time are less likely to meet.
    [SuppressMessage(
        "Security",
        "CA5394:Do not use insecure randomness",
        Justification = "Nothing depends on it but which token is looked at first."
    )]
    private string[] Shuffled()
    {
        string[] tokens = [.. settings.Tokens];
        Random.Shared.Shuffle(tokens);
        return tokens;
    }

    private AcrException Failed(string reason) =>
        new($"Could not mint a token of registry '{settings.Registry.Name}': {reason}")
        {
            Operation = settings.Task,
            Resource = settings.RegistryName,
            IsTransient = false,
            NothingDone = true,
        };
}
