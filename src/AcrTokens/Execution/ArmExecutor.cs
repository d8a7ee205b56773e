using Azure.Core;

namespace AcrTokens;

/// <summary>
/// The executor that makes its own calls to Resource Manager: as few as the service allows. Here are those on registries;
/// those on tokens and on scope maps have a file each.
/// </summary>
internal sealed partial class ArmExecutor : IAcrExecutor
{
    private readonly ArmCalls calls;

    public ArmExecutor(TokenCredential credential, AcrCloud cloud, AcrClientOptions options)
    {
        var pipeline = new ArmPipeline(credential, cloud, options);
        calls = new ArmCalls(pipeline, new ArmPolling(pipeline, options.TimeProvider, options.OperationTimeout), options.TimeProvider);
    }

    public async Task<AcrRegistry> GetRegistryAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        (await calls.GetAsync(registry, ArmJson.Default.RegistryJson, cancellationToken).ConfigureAwait(false)).ToModel();

    public IAsyncEnumerable<AcrRegistry> ListRegistriesAsync(string subscriptionId, CancellationToken cancellationToken) => calls
        .ListAsync(new($"/subscriptions/{subscriptionId}"), $"providers/{AcrResourceIds.RegistryType}", ArmJson.Default.PageJsonRegistryJson, cancellationToken)
        .Select(json => json.ToModel());

    public Task<AcrAdminCredential> GetAdminCredentialAsync(ResourceIdentifier registry, CancellationToken cancellationToken) =>
        ActOnAdminAsync(new ArmRequest(RequestMethod.Post, $"{registry}/listCredentials", "read the admin credentials of", registry), cancellationToken);

    public Task<AcrAdminCredential> RegenerateAdminCredentialAsync(ResourceIdentifier registry, AcrAdminPasswordName name, CancellationToken cancellationToken)
    {
        var body = new RegenerateCredentialJson(name == AcrAdminPasswordName.Password ? "password" : "password2");
        return ActOnAdminAsync(
            new ArmRequest(RequestMethod.Post, $"{registry}/regenerateCredential", $"regenerate admin credential '{body.Name}' of", registry)
            {
                Body = ArmCalls.Json(body, ArmJson.Default.RegenerateCredentialJson),
            },
            cancellationToken);
    }

    private async Task<AcrAdminCredential> ActOnAdminAsync(ArmRequest request, CancellationToken cancellationToken) =>
        (await calls.ActAsync(request, ArmJson.Default.CredentialsJson, cancellationToken).ConfigureAwait(false)).ToAdminModel(request.Resource);
}
