using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Runs an action on each item of a stream, with a limited degree of parallelism. Takes the next item only when one is done, so that only a few are
/// held. Logs and counts failures, and continues.
/// </summary>
internal sealed class BoundedWork(int degreeOfParallelism, ILogger log)
{
    private int done;
    private int failed;

    public int Done => done;

    public int Failed => failed;

    public Task RunAsync<T>(IAsyncEnumerable<T> items, Func<T, Task> act, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(items, options, RunOneAsync);

        // The loop's cancellation is not passed on: if the list fails, running actions complete normally.
        async ValueTask RunOneAsync(T item, CancellationToken breakOff)
        {
            try
            {
                await act(item).ConfigureAwait(false);
                Interlocked.Increment(ref done);
            }
            catch (AcrException failure)
            {
                Interlocked.Increment(ref failed);
                log.LogWarning("Left for the next sweep: {Failure:l}", failure.Message);
            }
        }
    }
}
