using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// The seam between the tasks and Azure: one method, one change or question. What it is given was checked before.
/// Changes return when the service has finished them, or after its first answer with <see cref="WaitUntil.Started"/>.
/// Failures are <see cref="AcrException"/>. One item of a list that cannot be read does not end the list: <c>passedOver</c> is told of
/// it, as <see cref="AcrAttempt.UnreadableItem"/> says it, and the list goes on.
/// </summary>
/// <remarks>What tokens and scope maps need is abstract. The rest is virtual, and so will be what is added later: it says that this executor cannot
/// do it.</remarks>
public abstract class AcrExecutor
{
    /// <summary>Reads a registry.</summary>
    public abstract Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken);

    /// <summary>
    /// Lists the registries of a subscription. Default: says that it cannot, so that a registry has to be named by its id, or its name and group.
    /// </summary>
    public virtual IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(
        string subscriptionId,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) => throw Unable("list registries of", new($"/subscriptions/{subscriptionId}"));

    /// <summary>
    /// Lists what the caller may do on a registry, one entry a role; null when that cannot be asked, which says nothing about the rights. Default:
    /// null.
    /// </summary>
    public virtual Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AcrPermissionSet>?>(null);

    /// <summary>Lists the locks that hold for a registry; null when that cannot be asked. Default: null.</summary>
    public virtual Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AcrLock>?>(null);

    /// <summary>Reads the credentials of a registry's admin user. Default: says that it cannot.</summary>
    public virtual Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        Task.FromException<AcrAdminCredential>(Unable("read the admin credentials of", registry));

    /// <summary>
    /// Generates one password of a registry's admin user anew. Never repeated after an unknown outcome. Default: says that it cannot.
    /// </summary>
    public virtual Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        ResourceIdentifier registry,
        AcrAdminPasswordName name,
        CancellationToken cancellationToken
    ) => Task.FromException<AcrAdminCredential>(Unable("regenerate an admin credential of", registry));

    /// <summary>Creates a token, or replaces one of that name, which wipes its passwords.</summary>
    public abstract Task<AcrToken> CreateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Changes a token; what is not set stays as it is.</summary>
    public abstract Task<AcrToken> UpdateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a token; null when there is none.</summary>
    public abstract Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken);

    /// <summary>Lists the tokens of a registry, page by page as they are asked for.</summary>
    public abstract IAsyncEnumerable<AcrToken> ListTokensAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a token; one that does not exist counts as deleted.</summary>
    public abstract Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Generates one password, or both where <paramref name="name"/> is null. Never repeated after an unknown outcome.</summary>
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

    /// <summary>Changes a scope map; what is not set stays as it is.</summary>
    public abstract Task<AcrScopeMap> UpdateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    );

    /// <summary>Reads a scope map; null when there is none.</summary>
    public abstract Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken);

    /// <summary>Lists the scope maps of a registry, page by page as they are asked for.</summary>
    public abstract IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes a scope map; one that does not exist counts as deleted.</summary>
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
