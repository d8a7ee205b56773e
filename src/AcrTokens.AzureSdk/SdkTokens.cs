using Azure;
using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;

namespace AcrTokens.AzureSdk;

internal sealed class SdkTokens(ISdkResources resources, SdkCalls calls, TimeProvider clock)
    : SdkChildren<ContainerRegistryTokenResource, AcrToken>(calls)
{
    public async Task<AcrToken> CreateAsync(ResourceIdentifier id, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var (date, answeredOn) = ((DateTimeOffset?)null, clock.GetTimestamp());
        var token = await ChangeAsync("create", id, BeginAsync, waitUntil, cancellationToken).ConfigureAwait(false);
        return token with { ReadOn = date + clock.GetElapsedTime(answeredOn) };

        async Task<ArmOperation<ContainerRegistryTokenResource>> BeginAsync()
        {
            var operation = await In(id.Parent!)
                .CreateOrUpdateAsync(WaitUntil.Started, id.Name, changes.ToData(), cancellationToken)
                .ConfigureAwait(false);
            (date, answeredOn) = (operation.GetRawResponse() is { Status: > 0 } raw ? raw.Headers.Date : null, clock.GetTimestamp());
            return operation;
        }
    }

    public Task<AcrToken> UpdateAsync(ResourceIdentifier id, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ChangeAsync(
            "update",
            id,
            async () =>
            {
                var token = await resources.GetTokenAsync(id, cancellationToken).ConfigureAwait(false);
                return await token.UpdateAsync(WaitUntil.Started, changes.ToPatch(), cancellationToken).ConfigureAwait(false);
            },
            waitUntil,
            cancellationToken
        );

    public IAsyncEnumerable<AcrToken> ListAsync(ResourceIdentifier registry, Action<AcrException> passedOver, CancellationToken cancellationToken)
    {
        var attempt = new AcrAttempt("list tokens of", registry);
        var sieve = new ListSieve(attempt, json => json.Read<ContainerRegistryTokenData>(new ContainerRegistryTokenData()).ToModel(), passedOver);
        return SdkCalls.ListAsync(
            attempt,
            () => resources.Registry(registry, sieve).GetContainerRegistryTokens().GetAllAsync(cancellationToken),
            token => token.Data.ToModel(),
            cancellationToken
        );
    }

    public async Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier id,
        AcrTokenPasswordName? name,
        DateTimeOffset? expiresOn,
        CancellationToken cancellationToken
    )
    {
        var attempt = new AcrAttempt("generate credentials of", id);
        var content = new ContainerRegistryGenerateCredentialsContent
        {
            TokenId = id,
            ExpireOn = expiresOn?.ToUniversalTime(),
            Name = name is { } named ? new(named.ToString()) : null,
        };
        for (var waits = 0; ; waits++)
        {
            try
            {
                var operation = await SdkCalls
                    .AskAsync(
                        attempt,
                        () => resources.Registry(id.Parent!).GenerateCredentialsAsync(WaitUntil.Started, content, cancellationToken),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return await Calls.FinishAsync(attempt, operation, result => result.ToModel(id), cancellationToken).ConfigureAwait(false);
            }
            catch (AcrException early) when (AcrPolling.ActivationDelay(waits, early) is { } delay)
            {
                await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    protected override Task<NullableResponse<ContainerRegistryTokenResource>> AskIfExistsAsync(
        ResourceIdentifier id,
        CancellationToken cancellationToken
    ) => In(id.Parent!).GetIfExistsAsync(id.Name, cancellationToken);

    protected override async Task<ArmOperation> BeginDeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var token = await resources.GetTokenAsync(id, cancellationToken).ConfigureAwait(false);
        return await token.DeleteAsync(WaitUntil.Started, cancellationToken).ConfigureAwait(false);
    }

    protected override AcrToken ToModel(ContainerRegistryTokenResource resource, ResourceIdentifier id) => resource.Data.ToModel(id);

    protected override AcrToken Read(BinaryData answer, ResourceIdentifier id) =>
        answer.Read<ContainerRegistryTokenData>(new ContainerRegistryTokenData()).ToModel(id);

    protected override AcrProvisioningState StateOf(AcrToken model) => model.ProvisioningState;

    private ContainerRegistryTokenCollection In(ResourceIdentifier registry) => resources.Registry(registry).GetContainerRegistryTokens();
}
