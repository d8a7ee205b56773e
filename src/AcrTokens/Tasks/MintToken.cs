using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Mints a token in one go, or prepares one that waits for its password.</summary>
internal sealed class MintToken(AcrClient client, AcrTokenMintSettings settings)
{
    public async Task<AcrTokenLease> RunAsync(CancellationToken cancellationToken)
    {
        using var pending = Begin(client.Time.Now + settings.Lifetime, cancellationToken);
        var lease = await TokenOperation
            .RunAsync("mint", client, pending.Name, operation => RunAsync(pending, operation, () => Task.CompletedTask))
            .ConfigureAwait(false);
        lease.BeginUse();
        return lease;
    }

    /// <summary>Returns immediately and creates the token in the background.</summary>
    /// <param name="cancellationToken">Cancels the preparation until the token has become a lease.</param>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The background work disposes it.")]
    public AcrPreparedToken Prepare(CancellationToken cancellationToken)
    {
        var pending = Begin(client.Time.Now + settings.PreparedFor + settings.Lifetime, cancellationToken);
        var preparation = new Preparation(client, pending, settings.PreparedFor);
        return new AcrPreparedToken(preparation, Task.Run(() => RunAheadAsync(pending, preparation), CancellationToken.None));
    }

    private async Task<AcrTokenLease> RunAheadAsync(PendingMint pending, Preparation preparation)
    {
        using (pending)
        {
            using var operation = new TokenOperation("prepare", client, pending.Name);
            try
            {
                var lease = await RunAsync(pending, operation, AwaitPasswordAsync).ConfigureAwait(false);
                lease.BeginUse();
                return lease;
            }
            catch (AcrException failure)
            {
                operation.Fail(failure);
                client.Log.LogError("{Failure:l}", failure.Message);
                throw;
            }

            Task AwaitPasswordAsync()
            {
                operation.Dispose();
                return preparation.AwaitPasswordAsync();
            }
        }
    }

    private PendingMint Begin(DateTimeOffset expiresOn, CancellationToken cancellationToken)
    {
        if (UserDocker.Find().Check(settings.UserDockerConfig) is { } left)
            client.Log.LogWarning("{Left:l}", left);
        if (FederatedSignIn.Detect()?.WarningFor(settings.LongestLife) is { } warning)
            client.Log.LogWarning("{Warning:l}", warning);

        // The service's time may be unknown yet: the name's expiry is approximate, and the password's is computed later.
        var name = settings.IsOnExisting
            ? string.Join(" or ", settings.Tokens)
            : AcrTokenName.Create(settings.NamePrefix, expiresOn, CiHost.Detect()?.RunId).ToString();
        var pending = new PendingMint(client, name, expiresOn, cancellationToken);
        if (settings.WhatIf)
            return pending;

        Leftovers.BeginRemoval();
        AcrTokenGuard.Arm();
        LeaseBook.Add(pending);

        // Added to the book first: so either this sees the process ending, or the guard sees the mint.
        if (!client.ProcessEnd.IsUnderWay)
            return pending;

        pending.Dispose();
        throw new AcrException($"{settings.Task} was not started: this process is ending.")
        {
            Operation = settings.Task,
            Resource = settings.RegistryName,
            NothingDone = true,
            IsTransient = false,
        };
    }

    private async Task<AcrTokenLease> RunAsync(PendingMint pending, TokenOperation operation, Func<Task> wanted)
    {
        var registry = await client.Registries.GetIdAsync(settings, pending.Token).ConfigureAwait(false);
        operation.Registry = registry.Name;
        TokenSource source = settings.IsOnExisting ? new ExistingToken(client, settings, pending) : new NewToken(client, settings, pending);
        var (lease, credentials) = await source.TakeAsync(registry, wanted).ConfigureAwait(false);
        operation.Token = lease.Name;
        if (credentials is null)
            return lease;

        await HandOverAsync(lease, credentials, pending.Token).ConfigureAwait(false);
        client.Log.LogInformation(
            "Minted token {Token} in registry {Registry}, good until {ExpiresOn:u}",
            lease.Name,
            registry.Name,
            lease.ExpiresOn
        );
        if (client.Time.TakeSkewToSay() is { } skew)
            client.Log.LogWarning(
                "This machine's clock is {Skew:l} the service's. Passwords expire by the service's clock, as asked; names of tokens carry "
                    + "this one's. Set the clock",
                ServiceTime.Describe(skew)
            );
        return lease;
    }

    // The lease is on the book from here on: whatever fails, a revocation ends it.
    private async Task HandOverAsync(AcrTokenLease lease, AcrTokenCredentials credentials, CancellationToken cancellationToken)
    {
        try
        {
            client.Hide(credentials);
            LateExpiry
                .Describe(lease.ExpiresOn, lease.MintedOn + settings.Lifetime, settings.Lifetime)
                .ThrowFor(new ResourceIdentifier(lease.ResourceId));
            await new FirstLogin(client, settings.LoginWait).AwaitAsync(lease, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            try
            {
                await lease.RevokeAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (AcrException revocation)
            {
                throw AcrException.For(
                    new AggregateException(failure, revocation),
                    $"{failure.Message} What was begun could not be rolled back: {revocation.Message}",
                    null,
                    new(lease.ResourceId)
                );
            }

            throw;
        }
    }
}
