using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Sends again what Resource Manager throttles: with a 429 it surely has not acted. Waits by the client's clock, never less
/// than <c>Retry-After</c>, and longer by chance, more so each time: the builds that were refused together do not come back together.
/// </summary>
internal sealed class ArmThrottling(TimeProvider clock, TimeSpan timeout, Func<ILogger> logger)
{
    private static readonly TimeSpan FirstSpread = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WidestSpread = TimeSpan.FromSeconds(16);

    // Shorter waits are nobody's business, and a sweep has thousands of requests.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long? toldOn;

    /// <summary>Returns the first answer that is not a 429, or the last one when the time is up.</summary>
    public async Task<ArmAnswer> SendAsync(Func<Task<ArmAnswer>> send, ArmRequest request, CancellationToken cancellationToken)
    {
        var start = request.Began ?? clock.GetTimestamp();
        for (var spread = FirstSpread; ; spread = spread * 2 < WidestSpread ? spread * 2 : WidestSpread)
        {
            var answer = await send().ConfigureAwait(false);
            if (answer.Status != 429)
                return answer;

            var wait = WaitAfter(answer, spread);
            var elapsed = clock.GetElapsedTime(start);
            if (elapsed + wait > timeout)
                return request.Began is not null ? throw ArmErrors.TimedOut(request, timeout) : answer;

            Tell(request, elapsed + wait);
            await DelayAsync(wait, answer, request, cancellationToken).ConfigureAwait(false);
        }
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nothing depends on it but the wait.")]
    private static TimeSpan WaitAfter(ArmAnswer answer, TimeSpan spread) => (answer.RetryAfter ?? FirstSpread) + (spread * Random.Shared.NextDouble());

    private async Task DelayAsync(TimeSpan wait, ArmAnswer answer, ArmRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            // Who runs out of time can say what it was spent on.
            throw new OperationCanceledException(cancelled.Message, ArmErrors.Refused(answer, request), cancellationToken);
        }
    }

    private void Tell(ArmRequest request, TimeSpan waited)
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
            request.Description, waited.TotalSeconds, timeout.TotalSeconds);
    }
}
