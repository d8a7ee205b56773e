using System.Text.Json;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>
/// Calls Resource Manager directly, with as few requests as the service allows. This file has the calls for registries; those for tokens and scope
/// maps have a file each.
/// </summary>
internal sealed partial class ArmExecutor : AcrExecutor
{
    private const string PermissionsApiVersion = "2022-04-01";
    private const string LocksApiVersion = "2020-05-01";

    private readonly ArmCalls calls;

    /// <param name="credential">The identity to sign in with.</param>
    /// <param name="cloud">The cloud to call.</param>
    /// <param name="options">The client's options.</param>
    /// <param name="logger">Where it logs. Default: the options' logger.</param>
    public ArmExecutor(TokenCredential credential, AcrCloud cloud, AcrClientOptions options, ILogger? logger = null)
    {
        var pipeline = new ArmPipeline(credential, cloud, options, logger ?? options.Logger);
        calls = new ArmCalls(pipeline, new ArmPolling(pipeline, options.TimeProvider, options.OperationTimeout), options.TimeProvider);
    }

    public override async Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        var (read, readOn) = await calls.GetAsync(registry, json => ArmModels.Registry(json, registry), cancellationToken).ConfigureAwait(false);
        return read with { ReadOn = readOn };
    }

    public override IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(
        string subscriptionId,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) =>
        calls.ListAsync(
            new($"/subscriptions/{subscriptionId}"),
            $"providers/{AcrResourceIds.RegistryType}",
            json => ArmModels.Registry(json, ArmModels.Id(json, AcrResourceIds.RegistryType)),
            passedOver,
            cancellationToken
        );

    // "Permissions - List For Resource" of the REST reference. No recording shows it [?]. A caller that may not call it, or an endpoint without it,
    // yields no information about the permissions. No permission counts as missing if the response was not read completely.
    public override Task<IReadOnlyList<AcrPermissionSet>?> GetPermissionsAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        ListIfAllowedAsync(
            new ArmRequest(
                RequestMethod.Get,
                $"{registry}/providers/Microsoft.Authorization/permissions",
                new Attempt("list the caller's permissions on", registry)
            )
            {
                ApiVersion = PermissionsApiVersion,
            },
            ArmModels.Permissions,
            cancellationToken
        );

    // "Management Locks - List By Scope" of the REST reference. No recording shows it, nor whether it includes the locks of the resource group and
    // the subscription [?].
    public override Task<IReadOnlyList<AcrLock>?> GetLocksAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        ListIfAllowedAsync(
            new ArmRequest(RequestMethod.Get, $"{registry}/providers/Microsoft.Authorization/locks", new Attempt("list the locks of", registry))
            {
                ApiVersion = LocksApiVersion,
            },
            ArmModels.Lock,
            cancellationToken
        );

    private async Task<IReadOnlyList<T>?> ListIfAllowedAsync<T>(ArmRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await calls
                .ListAsync(request, read, unread => throw unread, cancellationToken)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.Status is 403 or 404 or 501)
        {
            return null;
        }
    }

    public override Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        ActOnAdminAsync(
            new ArmRequest(RequestMethod.Post, $"{registry}/listCredentials", new Attempt("read the admin credentials of", registry)),
            cancellationToken
        );

    public override Task<AcrAdminCredential> RegenerateAdminCredentialAsync(
        ResourceIdentifier registry,
        AcrAdminPasswordName name,
        CancellationToken cancellationToken
    )
    {
        var password = name == AcrAdminPasswordName.Password ? "password" : "password2";
        return ActOnAdminAsync(
            new ArmRequest(
                RequestMethod.Post,
                $"{registry}/regenerateCredential",
                new Attempt($"regenerate admin credential '{password}' of", registry)
            )
            {
                Body = ArmBodies.RegenerateCredential(password),
            },
            cancellationToken
        );
    }

    private Task<AcrAdminCredential> ActOnAdminAsync(ArmRequest request, CancellationToken cancellationToken) =>
        calls.ActAsync(request, json => ArmModels.AdminCredential(json, request.Attempt.Resource), cancellationToken);
}
