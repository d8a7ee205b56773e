using System.Net.Http.Headers;
using Azure;

namespace AcrTokens.Execution;

/// <summary>
/// Reads <c>Retry-After</c>: whole seconds or an HTTP date, nothing else. Azure.Core never gets to read it: it parses a fraction as a date of this
/// year, waits without a limit, and throws if no timer is that long.
/// </summary>
internal static class RetryAfterHeader
{
    private const string Name = "Retry-After";

    // Azure.Core obeys each of these.
    private static readonly string[] Names = [Name, "retry-after-ms", "x-ms-retry-after-ms"];

    /// <summary>Whether to wait after a response: it is throttled, or has a transient status and the header, whatever its value.</summary>
    public static bool Decides(Response response) =>
        response.Status == 429 || (response.Status is 408 or 409 or 500 or 502 or 503 or 504 && Names.Any(response.Headers.Contains));

    /// <summary>The delay; null if the header is missing or invalid.</summary>
    /// <param name="response">The response.</param>
    /// <param name="date">The response's time on the service's clock; null if unknown.</param>
    public static TimeSpan? Read(Response response, DateTimeOffset? date)
    {
        if (!response.Headers.TryGetValue(Name, out var value))
            return null;
        if (value.Length > 0 && value.All(char.IsAsciiDigit))
            return TimeSpan.FromSeconds(int.TryParse(value, out var seconds) ? seconds : int.MaxValue);

        return RetryConditionHeaderValue.TryParse(value, out var condition) && condition.Date is { } on
            ? Max(on - (date ?? DateTimeOffset.UtcNow), TimeSpan.Zero)
            : null;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
