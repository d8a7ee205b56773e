using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// The seam between the tasks and Azure: one method for each change or query. Arguments are validated before. Changes return when the service has
/// finished them, or after its first response with <see cref="WaitUntil.Started"/>. Failures are <see cref="AcrException"/>. A list item that cannot
/// be read does not end the list: <c>passedOver</c> receives the error that <see cref="AcrAttempt.UnreadableItem"/> makes, and the list goes on.
/// </summary>
/// <remarks>Methods for tokens and scope maps are abstract. The others, and any added later, are virtual: by default they fail because the executor
/// does not support them.</remarks>
public abstract class AcrExecutor
{
    /// <summary>Reads a registry.</summary>
    public abstract Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>
    /// Lists the registries of a subscription. Default: not supported, so that a registry must be named by its id, or by its name and resource group.
    /// </summary>
    public virtual IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(
        string subscriptionId,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) => throw Unable("list registries of", new($"/subscriptions/{subscriptionId}"));

    /// <summary>
    /// Lists the caller's permissions on a registry, one entry for each role; null if they cannot be read, which says nothing about them. Default:
    /// null.
    /// </summary>
    public virtual Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AcrPermissionSet>?>(null);

    /// <summary>Lists the locks that apply to a registry; null if they cannot be read. Default: null.</summary>
    public virtual Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AcrLock>?>(null);

    /// <summary>Reads the credentials of a registry's admin user. Default: not supported.</summary>
    public virtual Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Task.FromException<AcrAdminCredential>(Unable("read the admin credentials of", registry));

    /// <summary>Regenerates one password of a registry's admin user. Never retried after an unknown outcome. Default: not supported.</summary>
    public virtual Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        ResourceIdentifier registry,
        AcrAdminPasswordName name,
        CancellationToken cancellationToken
    ) => Task.FromException<AcrAdminCredential>(Unable("regenerate an admin credential of", registry));

    /// <summary>Creates a token, or replaces the one of that name, which removes its passwords.</summary>
    public abstract Task<AcrToken> CreateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Updates a token. Settings that are not set leave the token as it is.</summary>
    public abstract Task<AcrToken> UpdateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a token; null if it does not exist.</summary>
    public abstract Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken);

    /// <summary>Lists the tokens of a registry, page by page, on demand.</summary>
    public abstract IAsyncEnumerable<AcrToken> ListTokensAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a token. One that does not exist counts as deleted.</summary>
    public abstract Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Generates one password, or both if <paramref name="name"/> is null. Never retried after an unknown outcome.</summary>
    public abstract Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token,
        AcrTokenPasswordName? name,
        DateTimeOffset? expiresOn,
        CancellationToken cancellationToken
    );

    /// <summary>Creates a scope map, or replaces the one of that name.</summary>
    public abstract Task<AcrScopeMap> CreateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Updates a scope map. Settings that are not set leave it as it is.</summary>
    public abstract Task<AcrScopeMap> UpdateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a scope map; null if it does not exist.</summary>
    public abstract Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken);

    /// <summary>Lists the scope maps of a registry, page by page, on demand.</summary>
    public abstract IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a scope map. One that does not exist counts as deleted.</summary>
    public abstract Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken);

    private AcrException Unable(string verb, ResourceIdentifier resource)
    {
        var attempt = new Attempt(verb, resource);
        return new($"Could not {attempt.Description}: {GetType().Name} does not do that.")
        {
            Operation = attempt.Description,
            Resource = $"{resource}",
            NothingDone = true,
            IsTransient = false,
        };
    }
}
