using Azure;

namespace AcrTokens.Execution;

/// <summary>The pace of polling. For custom executors (<see cref="AcrExecutor"/>).</summary>
public static class AcrPolling
{
    private const int Share = 16;

    // Out of the 250 reads in a principal's budget.
    private const int Plenty = 100;

    // One public project reports that a new token answers "not active yet" to a credential generation, for about five seconds.
    private const int MostActivationWaits = 5;

    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The delay before the next poll: 0.25 seconds, and after 4 seconds a sixteenth of the elapsed time. At most 10 seconds or the service's
    /// <c>Retry-After</c>, but up to ten times that if few reads are left. At least 0.25 seconds, whatever the service says.
    /// </summary>
    /// <param name="elapsed">The time since the change was accepted.</param>
    /// <param name="answer">The last response; null if unknown.</param>
    public static TimeSpan Delay(TimeSpan elapsed, Response? answer)
    {
        var last = answer is { Status: > 0 } ? new ArmAnswer(answer) : null; // a substitute's may be empty
        return Delay(elapsed, last?.RetryAfter, last?.ReadsLeft);
    }

    /// <summary>
    /// The delay before retrying to generate credentials of a new token: the service's <c>Retry-After</c>, else one second more each time, from 0.25
    /// to 10 seconds. Null if the refusal has another reason than a token that is not active yet, or after 5 retries.
    /// </summary>
    /// <param name="waits">The number of retries so far.</param>
    /// <param name="refusal">The service's refusal.</param>
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
