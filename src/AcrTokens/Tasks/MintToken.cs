using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Mints a token in one go, or prepares one that waits for its password.</summary>
internal sealed class MintToken(AcrClient client, AcrTokenMintSettings settings)
{
    private static readonly TimeSpan RollbackTimeout = TimeSpan.FromSeconds(30);

    public async Task<AcrTokenLease> RunAsync(CancellationToken cancellationToken)
    {
        using var pending = Begin(client.Time.Now + settings.Lifetime, cancellationToken);
        var lease = await TokenOperation
            .RunAsync("mint", client.Clock, pending.Name, operation => RunAsync(pending, operation, () => Task.CompletedTask))
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
            using var operation = new TokenOperation("prepare", client.Clock, pending.Name);
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
        var pending = new PendingMint(AcrTokenName.Create(settings.NamePrefix, expiresOn, CiHost.Detect()?.RunId), cancellationToken);
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

    // The token first, its password when it is wanted.
    private async Task<AcrTokenLease> RunAsync(PendingMint pending, TokenOperation operation, Func<Task> wanted)
    {
        var registry = await client.Registries.GetIdAsync(settings, pending.Token).ConfigureAwait(false);
        operation.Registry = registry.Name;
        var scopeMap = await GetScopeMapAsync(registry, pending.Token).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, pending.Name);
        if (settings.WhatIf)
            return await RehearseAsync(pending, id, scopeMap, wanted).ConfigureAwait(false);

        var (lease, credentials) = await CreateAsync(pending, id, scopeMap, wanted).ConfigureAwait(false);
        await HandOverAsync(lease, credentials).ConfigureAwait(false);
        client.Log.LogInformation("Minted token {Token} in registry {Registry}, good until {ExpiresOn:u}", id.Name, registry.Name, lease.ExpiresOn);
        if (client.Time.TakeSkewToSay() is { } skew)
            client.Log.LogWarning(
                "This machine's clock is {Skew:l} the service's. Passwords expire by the service's clock, as asked; names of tokens carry "
                    + "this one's. Set the clock",
                ServiceTime.Describe(skew)
            );
        return lease;
    }

    private async Task<AcrTokenLease> RehearseAsync(PendingMint pending, ResourceIdentifier id, ResourceIdentifier scopeMap, Func<Task> wanted)
    {
        await client
            .Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, pending.Token)
            .ConfigureAwait(false);
        await wanted().ConfigureAwait(false);
        var expiresOn = ServiceTime.ToSeconds(client.Time.Now + settings.Lifetime);
        await client.Executor.GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, expiresOn, pending.Token).ConfigureAwait(false);
        return new AcrTokenLease(client, new(id, new AcrSecret(""), client.Time.Now, expiresOn), settings).Rehearsed();
    }

    private async Task<ResourceIdentifier> GetScopeMapAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        if (settings.ScopeMap is not null)
            return registry.ScopeMap(settings.ScopeMap);

        var actions = settings.Repositories.ToActions(settings);
        var id = registry.ScopeMap(AcrScopeMapName.Create(actions));
        var changes = new AcrScopeMapChanges { Description = "Made by AcrTokens for builds that need exactly these rights", Actions = actions };
        await client.Executor.CreateScopeMapAsync(id, changes, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        return id;
    }

    private async Task<(AcrTokenLease Lease, AcrTokenCredentials Credentials)> CreateAsync(
        PendingMint pending,
        ResourceIdentifier id,
        ResourceIdentifier scopeMap,
        Func<Task> wanted
    )
    {
        var created = false;
        try
        {
            var token = await client
                .Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, pending.Token)
                .ConfigureAwait(false);
            created = true;
            client.Time.Note(token?.ReadOn);
            AsAsked.Difference(token, scopeMap).ThrowFor(id);
            await wanted().ConfigureAwait(false);

            var mintedOn = client.Time.Now;
            pending.HasPassword = true;
            pending.ExpiresOn = ServiceTime.ToSeconds(mintedOn + settings.Lifetime);
            var credentials = await client
                .Executor.GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, pending.ExpiresOn, pending.Token)
                .ConfigureAwait(false);
            var password = credentials.Find(AcrTokenPasswordName.Password1) ?? throw AsAsked.Failed(id, "the service's answer holds no password1.");
            var lease = new AcrTokenLease(client, new(id, password.Value!, mintedOn, password.ExpiresOn ?? DateTimeOffset.MaxValue), settings);
            pending.Become(lease);
            return (lease, credentials);
        }
        catch (Exception failure) when (created || failure is not AcrException { NothingDone: true })
        {
            await RollBackAsync(pending, id, failure).ConfigureAwait(false);
            throw;
        }
    }

    // The lease is on the book from here on: whatever fails, a revocation ends it.
    private async Task HandOverAsync(AcrTokenLease lease, AcrTokenCredentials credentials)
    {
        try
        {
            client.Hide(credentials);
            LateExpiry
                .Describe(lease.ExpiresOn, lease.MintedOn + settings.Lifetime, settings.Lifetime)
                .ThrowFor(new ResourceIdentifier(lease.ResourceId));
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

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever it is, what is left must be reported.")]
    private async Task RollBackAsync(PendingMint pending, ResourceIdentifier id, Exception failure)
    {
        using var time = new EndTime(RollbackTimeout, client.Clock, client.ProcessEnd, CancellationToken.None);
        try
        {
            await RemoveAsync(id, time.Token).ConfigureAwait(false);
        }
        catch (Exception rollback)
        {
            var reason = failure is OperationCanceledException ? "The mint was cancelled." : failure.Message;
            var left = AcrException.For(
                new AggregateException(failure, rollback),
                $"{reason} What was begun could not be rolled back: {AcrResourceIds.Describe(id)} {pending.State}. {rollback.Message}",
                null,
                id
            );
            pending.Fail(left);
            throw left;
        }
    }

    private async Task RemoveAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var tries = new EndTries(client.Clock, RollbackTimeout);
        while (true)
        {
            try
            {
                await client.Executor.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (AcrException failure) when (failure.IsTransient)
            {
                if (!await tries.PauseAsync(failure, cancellationToken).ConfigureAwait(false))
                    throw;
            }
            catch (AcrException kept) when (kept.Keeper is not null)
            {
                await client.Executor.DisableAsync(id, cancellationToken).ConfigureAwait(false);
                await Revocation.WarnKeptAsync(client, id, kept, cancellationToken).ConfigureAwait(false);
                return;
            }
        }
    }
}
