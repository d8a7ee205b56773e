using System.Runtime.CompilerServices;
using Azure;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Calls the SDK. It translates failures to the tasks' exceptions, and polls long-running operations at the library's own pace.
/// Beginning an operation and waiting for it are separate, so that a refusal differs from a failure after the service had begun.
/// </summary>
internal sealed class SdkCalls(TimeProvider clock, TimeSpan timeout)
{
    public static async Task<T> AskAsync<T>(AcrAttempt attempt, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (attempt.TryTranslate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    public static async IAsyncEnumerable<TModel> ListAsync<T, TModel>(
        AcrAttempt attempt,
        Func<IAsyncEnumerable<T>> list,
        Func<T, TModel> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where TModel : class
    {
        var item = list().GetAsyncEnumerator(cancellationToken);
        await using var _ = item.ConfigureAwait(false);
        while (
            await AskAsync(attempt, async () => await item.MoveNextAsync().ConfigureAwait(false) ? read(item.Current) : null, cancellationToken)
                .ConfigureAwait(false)
                is { } model
        )
            yield return model;
    }

    public Task<TModel> FinishAsync<T, TModel>(
        AcrAttempt attempt,
        ArmOperation<T> operation,
        Func<T, TModel> read,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        WaitAsync(
            attempt,
            async (_, time) =>
            {
                await AwaitEndAsync(operation, time).ConfigureAwait(false);
                return read(operation.Value);
            },
            cancellationToken
        );

    /// <summary>Waits for the operation, and returns its last response.</summary>
    public Task<Response> FinishAsync(AcrAttempt attempt, ArmOperation operation, CancellationToken cancellationToken) =>
        WaitAsync(
            attempt,
            async (_, time) =>
            {
                await AwaitEndAsync(operation, time).ConfigureAwait(false);
                return operation.GetRawResponse();
            },
            cancellationToken
        );

    /// <summary>Polls until the condition holds.</summary>
    public Task<T> AskUntilAsync<T>(
        AcrAttempt attempt,
        Func<AcrAttempt, CancellationToken, Task<T>> ask,
        Func<T, bool> isEnd,
        CancellationToken cancellationToken
    ) =>
        WaitAsync(
            attempt,
            async (begun, time) =>
            {
                for (var start = clock.GetTimestamp(); ; await PauseAsync(start, null, time).ConfigureAwait(false))
                {
                    var answer = await ask(begun, time).ConfigureAwait(false);
                    if (isEnd(answer))
                        return answer;
                }
            },
            cancellationToken
        );

    // The SDK's own wait sleeps for the whole Retry-After: ten seconds for an operation that takes one.
    private async Task AwaitEndAsync(Operation operation, CancellationToken time)
    {
        for (var start = clock.GetTimestamp(); !operation.HasCompleted; )
        {
            var answer = await operation.UpdateStatusAsync(time).ConfigureAwait(false);
            if (!operation.HasCompleted)
                await PauseAsync(start, answer, time).ConfigureAwait(false);
        }
    }

    private Task PauseAsync(long start, Response? answer, CancellationToken time) =>
        Task.Delay(AcrPolling.Delay(clock.GetElapsedTime(start), answer), clock, time);

    private async Task<T> WaitAsync<T>(AcrAttempt attempt, Func<AcrAttempt, CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        var begun = attempt with { HasActed = true };
        using var end = new CancellationTokenSource(timeout, clock);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            return await AskAsync(begun, () => wait(begun, time.Token), time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw begun.TimedOut(timeout);
        }
    }
}
