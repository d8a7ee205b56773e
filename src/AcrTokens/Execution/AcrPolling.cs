using Azure;

namespace AcrTokens.Execution;

/// <summary>How often to ask whether the service has finished. For those who write an <see cref="AcrExecutor"/>.</summary>
public static class AcrPolling
{
    private const int Share = 16;

    // Of the 250 reads that a principal's budget holds.
    private const int Plenty = 100;

    // One public project reports that a new token answers "not active yet" to a credential generation, for about five seconds.
    private const int MostActivationWaits = 5;

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

    /// <summary>
    /// How long to wait before credentials of a new token are generated again: the service's own <c>Retry-After</c>, else a second more
    /// each time, from 0.25 to 10 seconds. Null where the refusal is not that the token is not active yet, or was waited out 5 times.
    /// </summary>
    /// <param name="waits">How often it was waited for already.</param>
    /// <param name="refusal">The service's answer.</param>
    public static TimeSpan? ActivationDelay(int waits, AcrException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return ActivationDelay(waits, refusal.Status, refusal.ServiceCode, refusal.RetryAfter);
    }

    internal static TimeSpan? ActivationDelay(int waits, int status, string? code, TimeSpan? retryAfter)
    {
        if (waits >= MostActivationWaits || status != 409 || code != "TokenNotActive")
            return null;

        var delay = retryAfter ?? TimeSpan.FromSeconds(waits + 1);
        return delay < ShortestDelay ? ShortestDelay : Min(delay, LongestDelay);
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
