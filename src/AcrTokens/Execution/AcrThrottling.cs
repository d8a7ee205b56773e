using System.Diagnostics.CodeAnalysis;
using Azure;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>
/// Retries requests that Azure throttles (429, where it certainly has not acted) or refuses with a <c>Retry-After</c> where a retry may succeed (408,
/// 409, 500, 502, 503, 504). Waits at least <c>Retry-After</c>, plus jitter that grows with each retry, so that builds throttled together do not come
/// back together. For custom executors (<see cref="AcrExecutor"/>); one for each client.
/// </summary>
/// <remarks>
/// Three time limits apply. A request is retried for <see cref="AcrClientOptions.OperationTimeout"/> from when it was first sent; a poll, for the
/// rest of its change's time. In a revocation, <see cref="AcrClientOptions.RevokeTimeout"/> ends the retries sooner, and half of it ends the
/// disable's. After a signal, the process's end does. If <c>Retry-After</c> exceeds the first two, the refusal is thrown immediately.
/// </remarks>
/// <param name="clock">The clock.</param>
/// <param name="timeout">How long to retry, from when the request was first sent.</param>
/// <param name="logger">Logs the waiting, at most once a minute.</param>
public sealed class AcrThrottling(TimeProvider clock, TimeSpan timeout, ILogger logger)
{
    private const double WidestSpread = 16;

    // Azure.Core's number of retries without a Retry-After.
    private const int MostOtherTries = 3;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(0.25);

    // Shorter waits are not worth logging, and a sweep sends thousands of requests.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? toldOn;

    /// <summary>
    /// Whether this class retries a response. Azure.Core's own retries must then ignore it: they read <c>Retry-After</c> in another way.
    /// </summary>
    /// <param name="answer">The response.</param>
    public static bool WaitsOut(Response answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return RetryAfterHeader.Decides(answer);
    }

    /// <summary>The current timestamp, for <see cref="WaitAsync(string, Response, int, long, CancellationToken)"/>.</summary>
    public long Start() => clock.GetTimestamp();

    /// <summary>
    /// Waits until a refused request may be sent again. Returns false immediately if the time would be up by then; if <see cref="WaitsOut"/> is false
    /// for the response; and, except for a 429, after three retries or if a lock or the like forbids the request for good.
    /// </summary>
    /// <param name="request">The refused operation, as an infinitive: <c>create token 'ci'</c>.</param>
    /// <param name="refusal">The response.</param>
    /// <param name="refusals">The number of refusals so far, this one included.</param>
    /// <param name="since">The timestamp from <see cref="Start"/>, taken when the request was first sent.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
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

        Log(() =>
            logger.LogWarning(
                "Azure {Reason:l}. Waiting to {Request:l}: for {Waited:F0} s so far, for {Timeout:F0} s at most",
                status == 429 ? "throttles this principal's requests to the subscription" : $"asks to come back later ({status})",
                request,
                waited.TotalSeconds,
                timeout.TotalSeconds
            )
        );
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What is said of the wait is not the wait.")]
    private static void Log(Action write)
    {
        try
        {
            write();
        }
        catch (Exception)
        {
            // a logger that throws, as on a full disk, must not fail the request
        }
    }
}
