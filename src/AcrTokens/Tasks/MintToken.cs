using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class MintToken(AcrClient client)
{
    private static readonly TimeSpan RollbackTimeout = TimeSpan.FromSeconds(30);

    public async Task<AcrTokenLease> RunAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var scopeMap = await GetScopeMapAsync(settings, registry, cancellationToken).ConfigureAwait(false);

        if (FederatedSignIn.Detect()?.WarningFor(settings.Lifetime) is { } warning)
            client.Logger.LogWarning("{Warning:l}", warning);

        PrivateFolder.RemoveLeftovers(DateTimeOffset.UtcNow);

        var mintedOn = client.Clock.GetUtcNow();
        var name = AcrTokenName.Create(settings.NamePrefix, mintedOn + settings.Lifetime, CiHost.Detect()?.RunId);
        var expiresOn = name.ExpiresOn;
        var id = AcrResourceIds.Token(registry, name.ToString());
        if (settings.WhatIf)
            return await RehearseAsync(settings, id, scopeMap, mintedOn, expiresOn, cancellationToken).ConfigureAwait(false);

        using var pending = new PendingMint(name, cancellationToken);
        var password = await CreateAsync(id, scopeMap, expiresOn, pending.Token).ConfigureAwait(false);

        client.Logger.LogInformation("Minted token {Token} in registry {Registry}, good until {ExpiresOn:u}", id.Name, registry.Name, expiresOn);
        return new AcrTokenLease(client, id, password, mintedOn, expiresOn, settings);
    }

    private async Task<AcrTokenLease> RehearseAsync(
        AcrTokenMintSettings settings, ResourceIdentifier id, ResourceIdentifier scopeMap, DateTimeOffset mintedOn, DateTimeOffset expiresOn, CancellationToken cancellationToken)
    {
        await client.Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        await client.Executor.GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, expiresOn, cancellationToken).ConfigureAwait(false);
        return new AcrTokenLease(client, id, new AcrSecret(""), mintedOn, expiresOn, settings);
    }

    private async Task<ResourceIdentifier> GetScopeMapAsync(AcrTokenMintSettings settings, ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        if (settings.ScopeMap is not null)
            return registry.ScopeMap(settings.ScopeMap);

        var actions = settings.Repositories.ToActions();
        var id = registry.ScopeMap(AcrScopeMapName.Create(actions));
        var changes = new AcrScopeMapChanges { Description = "Made by AcrTokens for builds that need exactly these rights", Actions = actions };
        await client.Executor.CreateScopeMapAsync(id, changes, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        return id;
    }

    private async Task<AcrSecret> CreateAsync(ResourceIdentifier id, ResourceIdentifier scopeMap, DateTimeOffset expiresOn, CancellationToken cancellationToken)
    {
        var created = false;
        try
        {
            await client.Executor.CreateTokenAsync(id, new AcrTokenChanges { ScopeMapId = scopeMap }, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
            created = true;
            var credentials = await client.Executor
                .GenerateCredentialsAsync(id, AcrTokenPasswordName.Password1, expiresOn, cancellationToken).ConfigureAwait(false);
            client.Hide(credentials);
            return credentials.Find(AcrTokenPasswordName.Password1)?.Value
                ?? throw new AcrException($"Could not mint {AcrResourceIds.Describe(id)}: the service's answer holds no password1.") { Operation = "AcrTokenMint", Resource = id.ToString() };
        }
        catch (Exception failure) when (created || failure is not AcrException { NothingDone: true })
        {
            await RollBackAsync(id, expiresOn, failure).ConfigureAwait(false);
            throw;
        }
    }

    private async Task RollBackAsync(ResourceIdentifier id, DateTimeOffset expiresOn, Exception failure)
    {
        using var time = new CancellationTokenSource(RollbackTimeout, client.Clock);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(time.Token, AcrTokenGuard.Deadline);
        try
        {
            await client.Executor.DeleteTokenAsync(id, WaitUntil.Completed, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception rollback) when (rollback is AcrException or OperationCanceledException)
        {
            throw new AcrException(
                $"{failure.Message} What was begun could not be rolled back: {AcrResourceIds.Describe(id)} may be left behind, good until {expiresOn:u} if it has a password. {rollback.Message}",
                new AggregateException(failure, rollback))
            {
                Operation = (failure as AcrException)?.Operation,
                Resource = id.ToString(),
                Status = (failure as AcrException)?.Status ?? 0,
                ServiceCode = (failure as AcrException)?.ServiceCode,
                RequestId = (failure as AcrException)?.RequestId,
            };
        }
    }
}
