using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Does something to each item, a few at once. The next is asked for only when one is done, so that no more than those few are
/// held. One that fails is told and counted, and the others go on.
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

        // Its own cancellation is not handed on: when the list breaks off, what has begun ends in its own way.
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
