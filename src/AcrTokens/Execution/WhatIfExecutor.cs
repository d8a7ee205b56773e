using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Says in one line a request what would be sent, and sends nothing.</summary>
internal sealed class WhatIfExecutor(ILogger log) : IAcrExecutor
{
    public Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        Say("GET", registry.ToString());
        return Task.FromResult(new AcrRegistry { Id = registry, LoginServer = "" });
    }

    public IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(string subscriptionId, Action<AcrException> passedOver, CancellationToken cancellationToken)
    {
        Say("GET", $"/subscriptions/{subscriptionId}/providers/{AcrResourceIds.RegistryType}");
        return AsyncEnumerable.Empty<AcrRegistry>();
    }

    public Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        Say("GET", $"{registry}/providers/Microsoft.Authorization/locks");
        return Task.FromResult<IReadOnlyList<AcrLock>?>(null);
    }

    public Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        Say("GET", $"{registry}/providers/Microsoft.Authorization/permissions");
        return Task.FromResult<IReadOnlyList<AcrPermissionSet>?>(null);
    }

    public Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        Say("POST", $"{registry}/listCredentials");
        return Task.FromResult(new AcrAdminCredential { Username = registry.Name });
    }

    public Task<AcrAdminCredential> RegenerateAdminCredentialAsync(ResourceIdentifier registry, AcrAdminPasswordName name, CancellationToken cancellationToken)
    {
        Say("POST", $"{registry}/regenerateCredential", ("name", name));
        return Task.FromResult(new AcrAdminCredential { Username = registry.Name });
    }

    public Task<AcrToken> CreateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        Task.FromResult(Say("PUT", token, changes));

    public Task<AcrToken> UpdateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        Task.FromResult(Say("PATCH", token, changes));

    public Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken)
    {
        Say("GET", token.ToString());
        return Task.FromResult<AcrToken?>(null);
    }

    public IAsyncEnumerable<AcrToken> ListTokensAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken)
    {
        Say("GET", $"{registry}/tokens");
        return AsyncEnumerable.Empty<AcrToken>();
    }

    public Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken) => Delete(token);

    public Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn, CancellationToken cancellationToken)
    {
        Say("POST", $"{token.Parent}/generateCredentials", ("tokenId", token), ("name", name), ("expiry", expiresOn?.ToString("u")));
        return Task.FromResult(new AcrTokenCredentials { Username = token.Name });
    }

    public Task<AcrScopeMap> CreateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        Task.FromResult(Say("PUT", scopeMap, changes));

    public Task<AcrScopeMap> UpdateScopeMapAsync(ResourceIdentifier scopeMap, AcrScopeMapChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        Task.FromResult(Say("PATCH", scopeMap, changes));

    public Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken)
    {
        Say("GET", scopeMap.ToString());
        return Task.FromResult<AcrScopeMap?>(new AcrScopeMap { Id = scopeMap, Actions = ["those that it has"] });
    }

    public IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken)
    {
        Say("GET", $"{registry}/scopeMaps");
        return AsyncEnumerable.Empty<AcrScopeMap>();
    }

    public Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken) => Delete(scopeMap);

    private Task Delete(ResourceIdentifier id)
    {
        Say("DELETE", id.ToString());
        return Task.CompletedTask;
    }

    private AcrToken Say(string method, ResourceIdentifier id, AcrTokenChanges changes)
    {
        Say(method, id.ToString(),
            ("scopeMapId", changes.ScopeMapId),
            ("status", changes.Status),
            ("passwords", List(changes.Passwords?.Select(p => p.Name.ToString()))),
            ("certificates", List(changes.Certificates?.Select(c => $"{c.Name} {c.Thumbprint}"))));
        return new AcrToken
        {
            Id = id,
            ScopeMapId = changes.ScopeMapId,
            Status = changes.Status ?? default,
            Passwords = changes.Passwords ?? [],
            Certificates = changes.Certificates ?? [],
        };
    }

    private AcrScopeMap Say(string method, ResourceIdentifier id, AcrScopeMapChanges changes)
    {
        Say(method, id.ToString(), ("description", changes.Description), ("actions", List(changes.Actions)));
        return new AcrScopeMap { Id = id, Description = changes.Description, Actions = changes.Actions ?? [] };
    }

    private void Say(string method, string resource, params (string Name, object? Value)[] fields)
    {
        var sent = fields.Where(f => f.Value is not null).Select(f => $"{f.Name} = {f.Value}").ToList();
        log.LogInformation("What if: {Method} {Resource}{Fields}", method, resource, sent.Count == 0 ? "" : $" ({string.Join(", ", sent)})");
    }

    private static string? List(IEnumerable<string>? items) => items is null ? null : $"[{string.Join(", ", items)}]";
}
