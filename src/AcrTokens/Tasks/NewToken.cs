using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>Creates a token for one build, and its scope map: the token first, its password when it is wanted.</summary>
internal sealed class NewToken(AcrClient client, AcrTokenMintSettings settings, PendingMint pending) : TokenSource
{
    public override async Task<(AcrTokenLease Lease, AcrTokenCredentials? Credentials)> TakeAsync(ResourceIdentifier registry, Func<Task> wanted)
    {
        var scopeMap = await GetScopeMapAsync(registry).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, pending.Name);
        return settings.WhatIf
            ? (await RehearseAsync(id, scopeMap, wanted).ConfigureAwait(false), null)
            : await CreateAsync(id, scopeMap, wanted).ConfigureAwait(false);
    }

    private async Task<AcrTokenLease> RehearseAsync(ResourceIdentifier id, ResourceIdentifier scopeMap, Func<Task> wanted)
    {
        await PutAsync(id, scopeMap).ConfigureAwait(false);
        await wanted().ConfigureAwait(false);
        var expiresOn = ServiceTime.ToSeconds(client.Time.Now + settings.Lifetime);
        await client.Executor.GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, expiresOn, pending.Token).ConfigureAwait(false);
        return AcrTokenLease.Rehearsed(client, id, expiresOn, settings);
    }

    private async Task<ResourceIdentifier> GetScopeMapAsync(ResourceIdentifier registry)
    {
        if (settings.ScopeMap is not null)
            return registry.ScopeMap(settings.ScopeMap);

        var actions = settings.Repositories.ToActions(settings);
        var id = registry.ScopeMap(AcrScopeMapName.Create(actions));
        var changes = new AcrScopeMapChanges { Description = "Made by AcrTokens for builds that need exactly these rights", Actions = actions };
        await client.Executor.CreateScopeMapAsync(id, changes, WaitUntil.Completed, pending.Token).ConfigureAwait(false);
        return id;
    }

    private async Task<(AcrTokenLease Lease, AcrTokenCredentials? Credentials)> CreateAsync(
        ResourceIdentifier id,
        ResourceIdentifier scopeMap,
        Func<Task> wanted
    )
    {
        var created = false;
        try
        {
            var token = await PutAsync(id, scopeMap).ConfigureAwait(false);
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
            var lease = new AcrTokenLease(client, MintedToken.From(id, credentials, AcrTokenPasswordName.Password1, mintedOn), settings);
            pending.Become(lease);
            return (lease, credentials);
        }
        catch (Exception failure) when (created || failure is not AcrException { NothingDone: true })
        {
            await new Rollback(client, pending).RunAsync(id, failure, time => EndAsync(id, time), again => again.IsTransient).ConfigureAwait(false);
            throw;
        }
    }

    private Task<AcrToken> PutAsync(ResourceIdentifier id, ResourceIdentifier scopeMap) =>
        client.Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, pending.Token);

    // Where the registry keeps its tokens, a disabled one is all that can be had.
    private async Task<TokenEnd> EndAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Executor.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException kept) when (kept.Keeper is not null)
        {
            await client.Executor.DisableAsync(id, cancellationToken).ConfigureAwait(false);
            await Revocation.WarnKeptAsync(client, id, kept, cancellationToken).ConfigureAwait(false);
            return TokenEnd.Disabled;
        }
    }
}
