using Azure;
using Azure.Core;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>The calls that tokens and scope maps share: both are children of a registry.</summary>
internal abstract class SdkChildren<TResource, TModel>(SdkCalls calls)
    where TResource : ArmResource
    where TModel : class
{
    protected SdkCalls Calls { get; } = calls;

    public Task<TModel?> GetIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        FindAsync(new AcrAttempt("read", id), cancellationToken);

    /// <summary>Begins a change. Waits for its end, or returns the service's first response.</summary>
    protected async Task<TModel> ChangeAsync(
        string verb,
        ResourceIdentifier id,
        Func<Task<ArmOperation<TResource>>> begin,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    )
    {
        var attempt = new AcrAttempt(verb, id);
        var operation = await SdkCalls.AskAsync(attempt, begin, cancellationToken).ConfigureAwait(false);
        if (waitUntil == WaitUntil.Started)
            return await SdkCalls
                .AskAsync(attempt with { HasActed = true }, () => Task.FromResult(Read(operation.GetRawResponse().Content, id)), cancellationToken)
                .ConfigureAwait(false);

        try
        {
            return await Calls.FinishAsync(attempt, operation, resource => ToModel(resource, id), cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException untold) when (untold.Status is 401 or 403 or 404)
        {
            // A caller with rights only on the registry may not be allowed to poll the operation, and its address may vanish.
            var model = await Calls
                .AskUntilAsync(attempt, FindAsync, m => m is null || EndOf(m) is not null, cancellationToken)
                .ConfigureAwait(false);
            if (model is null)
                throw;

            return EndOf(model) is { } end && end != AcrProvisioningState.Succeeded ? throw attempt.EndedWith(end) : model;
        }
    }

    public async Task DeleteAsync(ResourceIdentifier id, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var attempt = new AcrAttempt("delete", id);
        var operation = await SdkCalls
            .AskAsync(attempt, () => TryBeginDeleteAsync(attempt, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (operation is null || waitUntil == WaitUntil.Started)
            return;

        if (!await IsToldDoneAsync(attempt, operation, cancellationToken).ConfigureAwait(false))
            await Calls.AskUntilAsync(attempt, FindAsync, m => m is null, cancellationToken).ConfigureAwait(false);
    }

    // The result is outside the scope of rights on the registry, and its address may vanish. The delete continues all the same.
    // If an address has vanished, the SDK invents a 204 and treats the delete as done, or an operation as failed.
    private async Task<bool> IsToldDoneAsync(AcrAttempt attempt, ArmOperation operation, CancellationToken cancellationToken)
    {
        var wasAccepted = operation.GetRawResponse() is { Status: 202 };
        try
        {
            var last = await Calls.FinishAsync(attempt, operation, cancellationToken).ConfigureAwait(false);
            return !(wasAccepted && last is { Status: 204 });
        }
        catch (AcrException untold) when (untold.Status is 204 or 401 or 403 or 404)
        {
            return false;
        }
    }

    protected abstract Task<NullableResponse<TResource>> AskIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    protected abstract Task<ArmOperation> BeginDeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    protected abstract TModel ToModel(TResource resource, ResourceIdentifier id);

    /// <summary>Reads the service's first response, which the SDK does not return as a resource.</summary>
    protected abstract TModel Read(BinaryData answer, ResourceIdentifier id);

    protected abstract AcrProvisioningState StateOf(TModel model);

    private Task<TModel?> FindAsync(AcrAttempt attempt, CancellationToken cancellationToken) =>
        SdkCalls.AskAsync<TModel?>(
            attempt,
            async () =>
            {
                var answer = await AskIfExistsAsync(attempt.Resource, cancellationToken).ConfigureAwait(false);
                if (answer is { HasValue: true, Value: { } found })
                    return ToModel(found, attempt.Resource);

                // For a missing registry the SDK reports no more than for a missing child. A substituted response may have no status.
                var refusal = answer.GetRawResponse() is { Status: > 0 } raw ? new RequestFailedException(raw) : null;
                return refusal is null || attempt.IsAbsence(refusal) ? null : throw refusal;
            },
            cancellationToken
        );

    private async Task<ArmOperation?> TryBeginDeleteAsync(AcrAttempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await BeginDeleteAsync(attempt.Resource, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException refusal) when (attempt.IsAbsence(refusal))
        {
            return null;
        }
    }

    private AcrProvisioningState? EndOf(TModel model) =>
        StateOf(model) switch
        {
            { IsTerminal: true } end => end,
            { Value: null or "" } => AcrProvisioningState.Succeeded, // without a state there is nothing to wait for
            _ => null,
        };
}
