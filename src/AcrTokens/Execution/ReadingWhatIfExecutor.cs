using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>Reads for real, and rehearses what changes something or shows a secret: for tasks that only by reading know what they would change.</summary>
internal sealed class ReadingWhatIfExecutor(IAcrExecutor reads, WhatIfExecutor rehearsal) : IAcrExecutor
{
    public Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        reads.GetRegistryAsync(registry, cancellationToken);

    public IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(string subscriptionId, Action<AcrException> passedOver, CancellationToken cancellationToken) =>
        reads.ListRegistriesAsync(subscriptionId, passedOver, cancellationToken);

    public Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        reads.GetLocksAsync(registry, cancellationToken);

    public Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        reads.GetPermissionsAsync(registry, cancellationToken);

    public Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        rehearsal.GetAdminCredentialAsync(registry, cancellationToken);

    public Task<AcrAdminCredential> RegenerateAdminCredentialAsync(ResourceIdentifier registry, AcrAdminPasswordName name, CancellationToken cancellationToken) =>
        rehearsal.RegenerateAdminCredentialAsync(registry, name, cancellationToken);

    public Task<AcrToken> CreateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        rehearsal.CreateTokenAsync(token, changes, waitUntil, cancellationToken);

    public Task<AcrToken> UpdateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        rehearsal.UpdateTokenAsync(token, changes, waitUntil, cancellationToken);

    public Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken) =>
        reads.GetTokenIfExistsAsync(token, cancellationToken);

    public IAsyncEnumerable<AcrToken> ListTokensAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken) =>
        reads.ListTokensAsync(registry, passedOver, cancellationToken);

    public Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        rehearsal.DeleteTokenAsync(token, waitUntil, cancellationToken);

    public Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn, CancellationToken cancellationToken) =>
        rehearsal.GenerateCredentialsAsync(token, name, expiresOn, cancellationToken);

    public Task<AcrScopeMap> CreateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        rehearsal.CreateScopeMapAsync(scopeMap, changes, waitUntil, cancellationToken);

    public Task<AcrScopeMap> UpdateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        rehearsal.UpdateScopeMapAsync(scopeMap, changes, waitUntil, cancellationToken);

    public Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken) =>
        reads.GetScopeMapIfExistsAsync(scopeMap, cancellationToken);

    public IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken) =>
        reads.ListScopeMapsAsync(registry, passedOver, cancellationToken);

    public Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        rehearsal.DeleteScopeMapAsync(scopeMap, waitUntil, cancellationToken);
}
