using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>Logs one line for each request that would change something or return a secret, instead of sending it.</summary>
/// <param name="log">The logger.</param>
/// <param name="reads">Executes requests that only read, for tasks that depend on the result. Null logs reads too.</param>
internal sealed class WhatIfExecutor(ILogger log, AcrExecutor? reads) : AcrExecutor
{
    public override Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        reads?.GetRegistryAsync(registry, cancellationToken)
        ?? Logged(new AcrRegistry { Id = registry, LoginServer = "" }, "GET", registry.ToString());

    public override IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(
        string subscriptionId,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) =>
        reads?.ListRegistriesAsync(subscriptionId, passedOver, cancellationToken)
        ?? LoggedList<AcrRegistry>($"/subscriptions/{subscriptionId}/providers/{AcrResourceIds.RegistryType}");

    public override Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        reads?.GetLocksAsync(registry, cancellationToken)
        ?? Logged<IReadOnlyList<AcrLock>?>(null, "GET", $"{registry}/providers/Microsoft.Authorization/locks");

    public override Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        reads?.GetPermissionsAsync(registry, cancellationToken)
        ?? Logged<IReadOnlyList<AcrPermissionSet>?>(null, "GET", $"{registry}/providers/Microsoft.Authorization/permissions");

    public override Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Logged(new AcrAdminCredential { Username = registry.Name }, "POST", $"{registry}/listCredentials");

    public override Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        ResourceIdentifier registry,
        AcrAdminPasswordName name,
        CancellationToken cancellationToken
    ) => Logged(new AcrAdminCredential { Username = registry.Name }, "POST", $"{registry}/regenerateCredential", ("name", name));

    public override Task<AcrToken> CreateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => Logged("PUT", token, changes);

    public override Task<AcrToken> UpdateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => Logged("PATCH", token, changes);

    public override Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken) =>
        reads?.GetTokenIfExistsAsync(token, cancellationToken) ?? Logged<AcrToken?>(null, "GET", token.ToString());

    public override IAsyncEnumerable<AcrToken> ListTokensAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) => reads?.ListTokensAsync(registry, passedOver, cancellationToken) ?? LoggedList<AcrToken>($"{registry}/tokens");

    public override Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        Logged(true, "DELETE", token.ToString());

    public override Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token,
        AcrTokenPasswordName? name,
        DateTimeOffset? expiresOn,
        CancellationToken cancellationToken
    ) =>
        Logged(
            new AcrTokenCredentials { Username = token.Name },
            "POST",
            $"{token.Parent}/generateCredentials",
            ("tokenId", token),
            ("name", name),
            ("expiry", expiresOn?.ToString("u"))
        );

    public override Task<AcrScopeMap> CreateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => Logged("PUT", scopeMap, changes);

    public override Task<AcrScopeMap> UpdateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => Logged("PATCH", scopeMap, changes);

    public override Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken) =>
        reads?.GetScopeMapIfExistsAsync(scopeMap, cancellationToken)
        ?? Logged<AcrScopeMap?>(new AcrScopeMap { Id = scopeMap, Actions = ["those that it has"] }, "GET", scopeMap.ToString());

    public override IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) => reads?.ListScopeMapsAsync(registry, passedOver, cancellationToken) ?? LoggedList<AcrScopeMap>($"{registry}/scopeMaps");

    public override Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        Logged(true, "DELETE", scopeMap.ToString());

    private Task<AcrToken> Logged(string method, ResourceIdentifier id, AcrTokenChanges changes)
    {
        var token = new AcrToken
        {
            Id = id,
            ScopeMapId = changes.ScopeMapId,
            Status = changes.Status ?? default,
            Passwords = changes.Passwords ?? [],
            Certificates = changes.Certificates ?? [],
        };
        return Logged(
            token,
            method,
            id.ToString(),
            ("scopeMapId", changes.ScopeMapId),
            ("status", changes.Status),
            ("passwords", List(changes.Passwords?.Select(p => p.Name.ToString()))),
            ("certificates", List(changes.Certificates?.Select(c => $"{c.Name} {c.Thumbprint}")))
        );
    }

    private Task<AcrScopeMap> Logged(string method, ResourceIdentifier id, AcrScopeMapChanges changes) =>
        Logged(
            new AcrScopeMap
            {
                Id = id,
                Description = changes.Description,
                Actions = changes.Actions ?? [],
            },
            method,
            id.ToString(),
            ("description", changes.Description),
            ("actions", List(changes.Actions))
        );

    private IAsyncEnumerable<T> LoggedList<T>(string resource)
    {
        Log("GET", resource);
        return AsyncEnumerable.Empty<T>();
    }

    private Task<T> Logged<T>(T answer, string method, string resource, params (string Name, object? Value)[] fields)
    {
        Log(method, resource, fields);
        return Task.FromResult(answer);
    }

    private void Log(string method, string resource, params (string Name, object? Value)[] fields)
    {
        var sent = fields.Where(f => f.Value is not null).Select(f => $"{f.Name} = {f.Value}").ToList();
        log.LogInformation("What if: {Method} {Resource}{Fields}", method, resource, sent.Count == 0 ? "" : $" ({string.Join(", ", sent)})");
    }

    private static string? List(IEnumerable<string>? items) => items is null ? null : $"[{string.Join(", ", items)}]";
}
