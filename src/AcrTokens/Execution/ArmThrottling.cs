using Microsoft.Extensions.Logging;

namespace AcrTokens.Execution;

/// <summary>Retries requests that Resource Manager throttles or refuses with a Retry-After.</summary>
internal sealed class ArmThrottling(TimeProvider clock, TimeSpan timeout, ILogger logger)
{
    private readonly AcrThrottling throttling = new(clock, timeout, logger);

    /// <summary>Returns the first response that is not retried, or the last one when the time is up.</summary>
    public async Task<ArmAnswer> SendAsync(Func<Task<ArmAnswer>> send, ArmRequest request, CancellationToken cancellationToken)
    {
        var start = request.Began ?? clock.GetTimestamp();
        for (var refusals = 1; ; refusals++)
        {
            var answer = await send().ConfigureAwait(false);
            var mayHaveActed = request.Once && answer.Status != 429;
            if (!answer.IsWaitedOut || mayHaveActed)
                return answer;

            if (!await WaitAsync(answer, refusals, start, request, cancellationToken).ConfigureAwait(false))
                return request.Began is not null && answer.Status == 429 ? throw ArmErrors.TimedOut(request.Attempt, timeout) : answer;
        }
    }

    private async Task<bool> WaitAsync(ArmAnswer answer, int refusals, long start, ArmRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await throttling.WaitAsync(request.Attempt.Description, answer, refusals, start, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            // Lets a timeout say what the time was spent on.
            throw new OperationCanceledException(cancelled.Message, ArmErrors.Refused(answer, request.Attempt), cancellationToken);
        }
    }
}
