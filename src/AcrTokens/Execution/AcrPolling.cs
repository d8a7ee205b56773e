using Azure;

namespace AcrTokens;

/// <summary>How often to ask whether the service has finished. For those who write an <see cref="IAcrExecutor"/>.</summary>
public static class AcrPolling
{
    private const int Share = 16;

    // Of the 250 reads that a principal's budget holds.
    private const int Plenty = 100;

    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long to wait before it is asked again: 0.25 seconds, and from 4 seconds on a sixteenth of the time that it has taken so far.
    /// Never more than 10 seconds or the service's own <c>Retry-After</c>, unless few reads are left: then up to ten times that; and never
    /// less than 0.25 seconds, whatever the service says.
    /// </summary>
    /// <param name="elapsed">How long the service has been at it.</param>
    /// <param name="answer">What it answered last; null where that is not known.</param>
    public static TimeSpan Delay(TimeSpan elapsed, Response? answer)
    {
        var last = answer is { Status: > 0 } ? new ArmAnswer(answer) : null; // a substitute may have none
        return Delay(elapsed, last?.RetryAfter, last?.ReadsLeft);
    }

    internal static TimeSpan Delay(TimeSpan elapsed, TimeSpan? retryAfter, int? readsLeft)
    {
        var delay = elapsed / Share < ShortestDelay ? ShortestDelay : elapsed / Share;
        var asked = Min(delay, retryAfter ?? delay);
        return Min((asked < ShortestDelay ? ShortestDelay : asked) * Scarcity(readsLeft), LongestDelay);
    }

    private static double Scarcity(int? readsLeft) => readsLeft < Plenty ? Math.Sqrt(Plenty / (readsLeft.Value + 1.0)) : 1;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
