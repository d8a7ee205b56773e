using System.Diagnostics.CodeAnalysis;
using Azure;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Waits out what Azure throttles (429): it has surely not acted then. Never shorter than <c>Retry-After</c>, and longer by chance,
/// more so each time: the builds that were refused together do not come back together. For those who write an <see cref="IAcrExecutor"/>; one a client.
/// </summary>
/// <param name="clock">Waits by this.</param>
/// <param name="timeout">For how long, from the first time that it was sent.</param>
/// <param name="logger">Where it says so, at most once a minute; asked each time.</param>
public sealed class AcrThrottling(TimeProvider clock, TimeSpan timeout, Func<ILogger> logger)
{
    private const double WidestSpread = 16;

    // Shorter waits are nobody's business, and a sweep has thousands of requests.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? toldOn;

    /// <summary>Now, for <see cref="WaitAsync(string, Response, int, long, CancellationToken)"/>.</summary>
    public long Start() => clock.GetTimestamp();

    /// <summary>Waits until it is time to send a throttled request again. False at once where the time would be up by then.</summary>
    /// <param name="request">What was throttled, in an infinitive: <c>create token 'ci'</c>.</param>
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
        var wait = WaitAfter(refusal, refusals);
        var elapsed = clock.GetElapsedTime(since);
        if (elapsed + wait > timeout)
            return false;

        Tell(request, elapsed + wait);
        await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        return true;
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nothing depends on it but the wait.")]
    private static TimeSpan WaitAfter(ArmAnswer refusal, int refusals) =>
        (refusal.RetryAfter ?? TimeSpan.FromSeconds(1)) + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, refusals - 1), WidestSpread) * Random.Shared.NextDouble());

    private void Tell(string request, TimeSpan waited)
    {
        if (waited < WorthTelling)
            return;

        lock (gate)
        {
            if (toldOn is { } last && clock.GetElapsedTime(last) < BetweenNews)
                return;
            toldOn = clock.GetTimestamp();
        }

        logger().LogWarning(
            "Azure throttles what this principal asks of the subscription. Waiting to {Request:l}: for {Waited:F0} s so far, for {Timeout:F0} s at most",
            request, waited.TotalSeconds, timeout.TotalSeconds);
    }
}
