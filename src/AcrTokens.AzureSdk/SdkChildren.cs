using Azure;
using Azure.Core;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>What tokens and scope maps have in common: both are a registry's children, with the same calls.</summary>
internal abstract class SdkChildren<TResource, TModel>(SdkCalls calls)
    where TResource : ArmResource
    where TModel : class
{
    protected SdkCalls Calls { get; } = calls;

    public async Task<TModel?> GetIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken) =>
        await FindAsync(new AcrAttempt("read", id), cancellationToken).ConfigureAwait(false) is { } resource ? ToModel(resource, id) : null;

    /// <summary>Begins a change. Waits for its end, or shows the service's first answer.</summary>
    protected async Task<TModel> ChangeAsync(string verb, ResourceIdentifier id, Func<Task<ArmOperation<TResource>>> begin, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var attempt = new AcrAttempt(verb, id);
        var operation = await SdkCalls.AskAsync(attempt, begin, cancellationToken).ConfigureAwait(false);
        if (waitUntil == WaitUntil.Started)
            return await SdkCalls.AskAsync(attempt with { HasActed = true }, () => Task.FromResult(Read(operation.GetRawResponse().Content, id)), cancellationToken).ConfigureAwait(false);

        try
        {
            return ToModel(await Calls.FinishAsync(attempt, operation, cancellationToken).ConfigureAwait(false), id);
        }
        catch (AcrException refused) when (refused.Status is 401 or 403)
        {
            // Who has rights on the registry alone may not be allowed to ask how far the operation is.
            var resource = await Calls.AskUntilAsync(
                attempt, (begun, time) => FindAsync(begun, time), r => r is null || EndOf(ToModel(r, id)) is not null, cancellationToken).ConfigureAwait(false);
            if (resource is null)
                throw;

            var model = ToModel(resource, id);
            return EndOf(model) is { } end && end != AcrProvisioningState.Succeeded ? throw attempt.EndedWith(end) : model;
        }
    }

    public async Task DeleteAsync(ResourceIdentifier id, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var attempt = new AcrAttempt("delete", id);
        var operation = await SdkCalls.AskAsync(attempt, () => TryBeginDeleteAsync(attempt, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (operation is null || waitUntil == WaitUntil.Started)
            return;

        try
        {
            await Calls.FinishAsync(attempt, operation, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.Status is 401 or 403 or 404)
        {
            // The result is kept where rights on the registry do not reach; the delete goes on all the same.
            await Calls.AskUntilAsync(attempt, (begun, time) => FindAsync(begun, time), r => r is null, cancellationToken).ConfigureAwait(false);
        }
    }

    protected abstract Task<NullableResponse<TResource>> AskIfExistsAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    protected abstract Task<ArmOperation> BeginDeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken);

    protected abstract TModel ToModel(TResource resource, ResourceIdentifier id);

    /// <summary>Reads the service's first answer, which the SDK does not show as a resource.</summary>
    protected abstract TModel Read(BinaryData answer, ResourceIdentifier id);

    protected abstract AcrProvisioningState StateOf(TModel model);

    private Task<TResource?> FindAsync(AcrAttempt attempt, CancellationToken cancellationToken) => SdkCalls.AskAsync(
        attempt,
        async () =>
        {
            var answer = await AskIfExistsAsync(attempt.Resource, cancellationToken).ConfigureAwait(false);
            if (answer.HasValue)
                return answer.Value;

            // Of a registry that is missing the SDK says no more than of a child. A substituted answer may have no status.
            var refusal = answer.GetRawResponse() is { Status: > 0 } raw ? new RequestFailedException(raw) : null;
            return refusal is null || attempt.IsAbsence(refusal) ? null : throw refusal;
        },
        cancellationToken);

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

    private AcrProvisioningState? EndOf(TModel model) => StateOf(model) switch
    {
        { IsTerminal: true } end => end,
        { Value: null or "" } => AcrProvisioningState.Succeeded, // what says nothing of a state has none to wait for
        _ => null,
    };
}
