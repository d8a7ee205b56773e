using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

/// <summary>Runs a task for each of the settings that a lambda makes, as NUKE does for its command-line tools.</summary>
internal static class Combinatorial
{
    /// <summary>For tasks without a result.</summary>
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
    /// Up to that many at once. Without <paramref name="completeOnFailure"/> the first failure is thrown, and nothing more is started;
    /// with it all run, and one <see cref="AggregateException"/> has the failures.
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
                // The token is not handed on: what has begun ends in its own way, and leaves nothing half-done.
                results[index] = await task(settings[index], CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception failure) when (completeOnFailure && failure is not OutOfMemoryException)
            {
                failures[index] = failure;
            }
        }
    }
}
