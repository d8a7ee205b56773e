using Azure;
using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Runs the tasks through Azure's own typed client, with its credential, policies and diagnostics. The SDK's package can
/// read neither the caller's rights on a registry nor its locks, so a preflight does not report them.
/// </summary>
public sealed class SdkExecutor : AcrExecutor
{
    private readonly ISdkResources resources;
    private readonly SdkTokens tokens;
    private readonly SdkScopeMaps scopeMaps;

    /// <summary>Creates an executor for all registries that a client may see.</summary>
    /// <param name="client">Azure's client. Its retries apply, with two exceptions. A request that generates a password is not sent again after
    /// an unknown outcome; a custom retry policy must ensure that itself. A throttled request, or one with a <c>Retry-After</c> in its response,
    /// is retried as <see cref="AcrThrottling"/> specifies. The client's content logging, off by default, would show passwords.</param>
    /// <param name="options">The clock, log and <see cref="AcrClientOptions.OperationTimeout"/> to use. The connection to Azure is configured on
    /// <paramref name="client"/>.</param>
    public SdkExecutor(ArmClient client, AcrClientOptions? options = null)
        : this(throttling => new ClientResources(NotNull(client), throttling), options ?? new AcrClientOptions()) { }

    /// <summary>
    /// Creates an executor for one registry. It reads a token or a scope map before it changes or deletes it. An executor on a client does not.
    /// </summary>
    /// <param name="registry">The registry. A substitute needs its <see cref="ArmResource.Id"/> and the members that are called.</param>
    /// <param name="options">The clock, log and <see cref="AcrClientOptions.OperationTimeout"/> to use. The connection to Azure is configured on
    /// the registry's client.</param>
    public SdkExecutor(ContainerRegistryResource registry, AcrClientOptions? options = null)
        : this(throttling => new RegistryResources(NotNull(registry), throttling), options ?? new AcrClientOptions()) { }

    internal SdkExecutor(Func<AcrThrottling, ISdkResources> resources, AcrClientOptions options)
    {
        this.resources = resources(new AcrThrottling(options.TimeProvider, options.OperationTimeout, options.Logger));
        var calls = new SdkCalls(options.TimeProvider, options.OperationTimeout);
        tokens = new SdkTokens(this.resources, calls, options.TimeProvider);
        scopeMaps = new SdkScopeMaps(this.resources, calls);
    }

    /// <inheritdoc/>
    public override Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        SdkCalls.AskAsync(
            new AcrAttempt("read", registry),
            async () =>
            {
                var answer = await resources.Registry(registry).GetAsync(cancellationToken).ConfigureAwait(false);
                return answer.Value.Data.ToModel(registry) with { ReadOn = answer.GetRawResponse() is { Status: > 0 } raw ? raw.Headers.Date : null };
            },
            cancellationToken
        );

    /// <inheritdoc/>
    public override IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(
        string subscriptionId,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(passedOver);
        var attempt = new AcrAttempt("list registries of", new($"/subscriptions/{subscriptionId}"));
        var any = new ContainerRegistryData(AzureLocation.WestEurope, new ContainerRegistrySku(ContainerRegistrySkuName.Basic));
        var sieve = new ListSieve(attempt, json => json.Read<ContainerRegistryData>(any).ToModel(), passedOver);
        return SdkCalls.ListAsync(
            attempt,
            () => resources.ListRegistriesAsync(subscriptionId, sieve, cancellationToken),
            registry => registry.Data.ToModel(),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public override Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        SdkCalls.AskAsync(
            new AcrAttempt("read the admin credentials of", registry),
            async () => (await resources.Registry(registry).GetCredentialsAsync(cancellationToken).ConfigureAwait(false)).Value.ToModel(registry),
            cancellationToken
        );

    /// <inheritdoc/>
    public override Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        ResourceIdentifier registry,
        AcrAdminPasswordName name,
        CancellationToken cancellationToken
    )
    {
        var (wire, content) =
            name == AcrAdminPasswordName.Password
                ? ("password", ContainerRegistryPasswordName.Password)
                : ("password2", ContainerRegistryPasswordName.Password2);
        return SdkCalls.AskAsync(
            new AcrAttempt($"regenerate admin credential '{wire}' of", registry),
            async () =>
                (await resources.Registry(registry).RegenerateCredentialAsync(new(content), cancellationToken).ConfigureAwait(false)).Value.ToModel(
                    registry
                ),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public override Task<AcrToken> CreateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => tokens.CreateAsync(token, changes, waitUntil, cancellationToken);

    /// <inheritdoc/>
    public override Task<AcrToken> UpdateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => tokens.UpdateAsync(token, changes, waitUntil, cancellationToken);

    /// <inheritdoc/>
    public override Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken) =>
        tokens.GetIfExistsAsync(token, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<AcrToken> ListTokensAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) => tokens.ListAsync(registry, passedOver, cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        tokens.DeleteAsync(token, waitUntil, cancellationToken);

    /// <inheritdoc/>
    public override Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token,
        AcrTokenPasswordName? name,
        DateTimeOffset? expiresOn,
        CancellationToken cancellationToken
    ) => tokens.GenerateCredentialsAsync(token, name, expiresOn, cancellationToken);

    /// <inheritdoc/>
    public override Task<AcrScopeMap> CreateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => scopeMaps.CreateAsync(scopeMap, changes, waitUntil, cancellationToken);

    /// <inheritdoc/>
    public override Task<AcrScopeMap> UpdateScopeMapAsync(
        ResourceIdentifier scopeMap,
        AcrScopeMapChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => scopeMaps.UpdateAsync(scopeMap, changes, waitUntil, cancellationToken);

    /// <inheritdoc/>
    public override Task<AcrScopeMap?> GetScopeMapIfExistsAsync(ResourceIdentifier scopeMap, CancellationToken cancellationToken) =>
        scopeMaps.GetIfExistsAsync(scopeMap, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<AcrScopeMap> ListScopeMapsAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) => scopeMaps.ListAsync(registry, passedOver, cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteScopeMapAsync(ResourceIdentifier scopeMap, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        scopeMaps.DeleteAsync(scopeMap, waitUntil, cancellationToken);

    private static T NotNull<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
