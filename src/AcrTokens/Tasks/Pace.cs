namespace AcrTokens;

/// <summary>
/// The pace of a sweep's deletions: a hundred without a wait, then eight a second. Resource Manager allows a principal 200 deletions in a
/// subscription and region, then 10 a second (learn.microsoft.com, "Understand how Azure Resource Manager throttles requests"). The rest is for
/// builds that revoke their tokens meanwhile.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    private const int Burst = 100;
    private const int PerSecond = 8;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1) / PerSecond;

    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private TimeSpan next = -Burst * Interval;

    /// <summary>Waits for the caller's turn, in the order of the calls. A cancelled caller still uses up its turn.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetElapsedTime(start);
            var earliest = now - ((Burst - 1) * Interval);
            var turn = next > earliest ? next : earliest;
            next = turn + Interval;
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }
}
