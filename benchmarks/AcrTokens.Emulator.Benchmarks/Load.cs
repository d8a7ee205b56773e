using System.Diagnostics;

namespace AcrTokens.Emulator.Benchmarks;

/// <summary>Does the same as often as it can, on several connections.</summary>
internal static class Load
{
    /// <returns>How often it was done.</returns>
    public static async Task<long> RunAsync(TimeSpan duration, int connections, Func<Task> work)
    {
        long count = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async _ =>
                {
                    while (Stopwatch.GetElapsedTime(began) < duration)
                    {
                        await work();
                        Interlocked.Increment(ref count);
                    }
                })
        );
        return count;
    }
}
