using System.Diagnostics.CodeAnalysis;
using Azure;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>
/// Waits out what Azure throttles (429: it has surely not acted then), and what it answers with a <c>Retry-After</c> where another try may help
/// (408, 409, 500, 502, 503, 504). Never shorter than <c>Retry-After</c>, and longer by chance, more so each time: the builds that were refused
/// together do not come back together. For those who write an <see cref="AcrExecutor"/>; one a client.
/// </summary>
/// <remarks>
/// Three budgets hold for a request that is refused so. It is sent again for as long as <see cref="AcrClientOptions.OperationTimeout"/> counts from
/// its first sending; a poll for as long as what is left of the change's own. In a revocation <see cref="AcrClientOptions.RevokeTimeout"/> ends all
/// of that sooner, and half of it the disable; after a signal the process's own end does. Where <c>Retry-After</c> is longer than the first two,
/// nobody waits: the refusal is told at once.
/// </remarks>
/// <param name="clock">Waits by this.</param>
/// <param name="timeout">For how long, from the first time that it was sent.</param>
/// <param name="logger">Where it says so, at most once a minute.</param>
public sealed class AcrThrottling(TimeProvider clock, TimeSpan timeout, ILogger logger)
{
    private const double WidestSpread = 16;

    // As often as Azure.Core sends again what does not say when.
    private const int MostOtherTries = 3;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(0.25);

    // Shorter waits are nobody's business, and a sweep has thousands of requests.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? toldOn;

    /// <summary>
    /// Whether an answer is to be waited out here. Azure.Core's own retries are then to leave it alone: it reads <c>Retry-After</c> otherwise.
    /// </summary>
    /// <param name="answer">A refusal, or not.</param>
    public static bool WaitsOut(Response answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return RetryAfterHeader.Decides(answer);
    }

    /// <summary>Now, for <see cref="WaitAsync(string, Response, int, long, CancellationToken)"/>.</summary>
    public long Start() => clock.GetTimestamp();

    /// <summary>
    /// Waits until it is time to send a refused request again. False at once where the time would be up by then; where the answer is not one that
    /// <see cref="WaitsOut"/>; and, but for a 429, after three tries or where a lock or the like forbids it for good.
    /// </summary>
    /// <param name="request">What was refused, in an infinitive: <c>create token 'ci'</c>.</param>
    /// <param name="refusal">The answer.</param>
    /// <param name="refusals">How many there were so far, with this one.</param>
    /// <param name="since">When it was sent first, as <see cref="Start"/> told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<bool> WaitAsync(string request, Response refusal, int refusals, long since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return WaitAsync(request, new ArmAnswer(refusal), refusals, since, cancellationToken);
    }

    internal async Task<bool> WaitAsync(string request, ArmAnswer refusal, int refusals, long since, CancellationToken cancellationToken)
    {
        if (!refusal.IsWaitedOut || (refusal.Status != 429 && (refusals > MostOtherTries || AcrException.IsLastingCode(refusal.Error?.Code))))
            return false;

        var wait = WaitAfter(refusal.RetryAfter, refusals);
        var elapsed = clock.GetElapsedTime(since);
        if (elapsed + wait > timeout)
            return false;

        Tell(request, refusal.Status, elapsed + wait);
        await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        return true;
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nothing depends on it but the wait.")]
    private static TimeSpan WaitAfter(TimeSpan? retryAfter, int refusals)
    {
        var asked = retryAfter ?? TimeSpan.FromSeconds(1);
        return (asked > ShortestWait ? asked : ShortestWait)
            + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, refusals - 1), WidestSpread) * Random.Shared.NextDouble());
    }

    private void Tell(string request, int status, TimeSpan waited)
    {
        if (waited < WorthTelling)
            return;

        lock (gate)
        {
            if (toldOn is { } last && clock.GetElapsedTime(last) < BetweenNews)
                return;
            toldOn = clock.GetTimestamp();
        }

        logger.LogWarning(
            "Azure {Reason:l}. Waiting to {Request:l}: for {Waited:F0} s so far, for {Timeout:F0} s at most",
            status == 429 ? "throttles what this principal asks of the subscription" : $"asks to come back later ({status})",
            request,
            waited.TotalSeconds,
            timeout.TotalSeconds
        );
    }
}
