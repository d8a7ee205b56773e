using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens;

/// <summary>
/// Azure.Core's retries, except for requests that must not act twice. Those are sent again only by <see cref="ArmThrottling"/>,
/// after a 429, when the service surely has not acted.
/// </summary>
internal sealed class UnknownOutcomeRetryPolicy(RetryOptions options)
    : RetryPolicy(options.MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(options.Delay, options.MaxDelay))
{
    public static void Forbid(HttpMessage message) => message.SetProperty(typeof(UnknownOutcomeRetryPolicy), true);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        IsAllowed(message) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsAllowed(message) && await base.ShouldRetryAsync(message, exception).ConfigureAwait(false);

    private static bool IsAllowed(HttpMessage message) => !message.TryGetProperty(typeof(UnknownOutcomeRetryPolicy), out _);
}
