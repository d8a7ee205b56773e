using System.Runtime.CompilerServices;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Calls of the SDK: their failures are told in the tasks' words, and their long-running operations are waited for at the
/// SDK's own pace. An operation is begun and waited for apart, so that a refusal is told from a failure after the service had begun.
/// </summary>
internal sealed class SdkCalls(TimeProvider clock, TimeSpan timeout)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

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

    public static async IAsyncEnumerable<T> ListAsync<T>(
        AcrAttempt attempt, Func<IAsyncEnumerable<T>> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var item = list().GetAsyncEnumerator(cancellationToken);
        await using var _ = item.ConfigureAwait(false);
        while (await AskAsync(attempt, async () => await item.MoveNextAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
            yield return item.Current;
    }

    public Task<T> FinishAsync<T>(AcrAttempt attempt, ArmOperation<T> operation, CancellationToken cancellationToken)
        where T : notnull => WaitAsync(attempt, async (_, time) => (await operation.WaitForCompletionAsync(time).ConfigureAwait(false)).Value, cancellationToken);

    public Task FinishAsync(AcrAttempt attempt, ArmOperation operation, CancellationToken cancellationToken) =>
        WaitAsync(attempt, async (_, time) => await operation.WaitForCompletionResponseAsync(time).ConfigureAwait(false), cancellationToken);

    /// <summary>Asks until that is so: at once, then after 0.25, 0.5, 1, 2, 4, 8, 10, 10 … seconds.</summary>
    public Task<T> AskUntilAsync<T>(AcrAttempt attempt, Func<AcrAttempt, CancellationToken, Task<T>> ask, Func<T, bool> isEnd, CancellationToken cancellationToken) => WaitAsync(
        attempt,
        async (begun, time) =>
        {
            for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
            {
                var answer = await ask(begun, time).ConfigureAwait(false);
                if (isEnd(answer))
                    return answer;
                await Task.Delay(delay, clock, time).ConfigureAwait(false);
            }
        },
        cancellationToken);

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
