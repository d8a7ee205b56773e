namespace AcrTokens;

/// <summary>
/// How fast a sweep deletes: a hundred without a wait, and eight a second from then on. Resource Manager lets one principal delete
/// 200 in a subscription and region, and 10 a second from then on (learn.microsoft.com, "Understand how Azure Resource Manager
/// throttles requests"). What is left is for the builds that revoke their tokens meanwhile.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    private const int Burst = 100;
    private const int PerSecond = 8;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1) / PerSecond;

    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private TimeSpan next = -Burst * Interval;

    /// <summary>Waits for the caller's turn, in the order of the calls. Who is cancelled has had his.</summary>
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
