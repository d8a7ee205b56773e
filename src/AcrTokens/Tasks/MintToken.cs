using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class MintToken(AcrClient client)
{
    private static readonly TimeSpan RollbackTimeout = TimeSpan.FromSeconds(30);

    public async Task<AcrTokenLease> RunAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken)
    {
        if (UserDocker.Find().Check(settings.UserDockerConfig) is { } left)
            client.Log.LogWarning("{Left:l}", left);
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var scopeMap = await GetScopeMapAsync(settings, registry, cancellationToken).ConfigureAwait(false);

        if (FederatedSignIn.Detect()?.WarningFor(settings.Lifetime) is { } warning)
            client.Log.LogWarning("{Warning:l}", warning);

        // The service's time may be unknown yet: the name's expiry is approximate, and the password's is computed later.
        var name = AcrTokenName.Create(settings.NamePrefix, client.Time.Now + settings.Lifetime, CiHost.Detect()?.RunId);
        var id = AcrResourceIds.Token(registry, name.ToString());
        if (settings.WhatIf)
            return await RehearseAsync(settings, id, scopeMap, name.ExpiresOn, cancellationToken).ConfigureAwait(false);

        Leftovers.BeginRemoval();
        AcrTokenGuard.Arm();
        using var pending = new PendingMint(name, cancellationToken);
        var (lease, credentials) = await CreateAsync(pending, id, scopeMap, settings).ConfigureAwait(false);
        await HandOverAsync(lease, credentials, settings).ConfigureAwait(false);
        client.Log.LogInformation("Minted token {Token} in registry {Registry}, good until {ExpiresOn:u}", id.Name, registry.Name, lease.ExpiresOn);
        if (client.Time.TakeSkewToSay() is { } skew)
            client.Log.LogWarning(
                "This machine's clock is {Skew:l} the service's. Passwords expire by the service's clock, as asked; names of tokens carry "
                    + "this one's. Set the clock",
                ServiceTime.Describe(skew)
            );
        return lease;
    }

    private async Task<AcrTokenLease> RehearseAsync(
        AcrTokenMintSettings settings,
        ResourceIdentifier id,
        ResourceIdentifier scopeMap,
        DateTimeOffset expiresOn,
        CancellationToken cancellationToken
    )
    {
        await client
            .Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, cancellationToken)
            .ConfigureAwait(false);
        await client.Executor.GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, expiresOn, cancellationToken).ConfigureAwait(false);
        return new AcrTokenLease(client, new(id, new AcrSecret(""), client.Time.Now, expiresOn), settings).Rehearsed();
    }

    private async Task<ResourceIdentifier> GetScopeMapAsync(
        AcrTokenMintSettings settings,
        ResourceIdentifier registry,
        CancellationToken cancellationToken
    )
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
        AcrTokenMintSettings settings
    )
    {
        LeaseBook.Add(pending);

        // Added to the book first: so either this sees the process ending, or the guard sees the mint.
        if (client.ProcessEnd.IsUnderWay)
            throw new AcrException($"{settings.Task} was not started: this process is ending.")
            {
                Operation = settings.Task,
                Resource = id.ToString(),
                NothingDone = true,
                IsTransient = false,
            };

        var created = false;
        try
        {
            var token = await client
                .Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, pending.Token)
                .ConfigureAwait(false);
            created = true;
            client.Time.Note(token?.ReadOn);
            AsAsked.Difference(token, scopeMap).ThrowFor(id);

            var mintedOn = client.Time.Now;
            pending.ExpiresOn = ToSeconds(mintedOn + settings.Lifetime);
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
    private async Task HandOverAsync(AcrTokenLease lease, AcrTokenCredentials credentials, AcrTokenMintSettings settings)
    {
        try
        {
            client.Hide(credentials);
            AsAsked.Difference(lease, settings.Lifetime).ThrowFor(new ResourceIdentifier(lease.ResourceId));
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
            await client.Executor.RemoveAsync(id, time.Token).ConfigureAwait(false);
        }
        catch (Exception rollback)
        {
            var left = AcrException.For(
                new AggregateException(failure, rollback),
                $"{failure.Message} What was begun could not be rolled back: {AcrResourceIds.Describe(id)} {pending.State}. {rollback.Message}",
                null,
                id
            );
            pending.Fail(left);
            throw left;
        }
    }

    private static DateTimeOffset ToSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
