using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

/// <summary>Runs a task for each of the settings that a lambda returns, as NUKE does for its command-line tools.</summary>
internal static class Combinatorial
{
    /// <summary>Runs tasks without a result.</summary>
    public static void Run<TSettings>(
        CombinatorialConfigure<TSettings> configurator,
        Func<TSettings, CancellationToken, Task> task,
        int degreeOfParallelism,
        bool completeOnFailure
    )
        where TSettings : new() =>
        Run(
            configurator,
            async (settings, cancellationToken) =>
            {
                await task(settings, cancellationToken).ConfigureAwait(false);
                return true;
            },
            degreeOfParallelism,
            completeOnFailure
        );

    /// <summary>
    /// Runs up to <paramref name="degreeOfParallelism"/> tasks in parallel. Without <paramref name="completeOnFailure"/> the first failure is
    /// thrown, and no further task is started. With it all tasks run, and one <see cref="AggregateException"/> holds the failures.
    /// </summary>
    public static IReadOnlyCollection<(TSettings Settings, TResult Result)> Run<TSettings, TResult>(
        CombinatorialConfigure<TSettings> configurator,
        Func<TSettings, CancellationToken, Task<TResult>> task,
        int degreeOfParallelism,
        bool completeOnFailure
    )
        where TSettings : new()
    {
        ArgumentNullException.ThrowIfNull(configurator);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);

        var settings = configurator(new TSettings()).ToList();
        var results = new TResult[settings.Count];
        var failures = new Exception?[settings.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism };
        Parallel.ForAsync(0, settings.Count, options, RunOneAsync).GetAwaiter().GetResult();

        if (failures.Any(f => f is not null))
            throw new AggregateException(failures.OfType<Exception>());
        return [.. settings.Zip(results)];

        async ValueTask RunOneAsync(int index, CancellationToken cancellationToken)
        {
            try
            {
                // The cancellation token is not passed on: a task that has begun runs to its end, and leaves nothing half-done.
                results[index] = await task(settings[index], CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception failure) when (completeOnFailure && failure is not OutOfMemoryException)
            {
                failures[index] = failure;
            }
        }
    }
}
