using System.Net.Http.Headers;
using Azure;

namespace AcrTokens.Execution;

/// <summary>
/// When the service wants to be asked again: whole seconds, or an HTTP date, and nothing else. Azure.Core is never let at it: it takes
/// a fraction for a date of this year, waits for as long as it is told, and throws where no timer is that long.
/// </summary>
internal static class RetryAfterHeader
{
    private const string Name = "Retry-After";

    // Azure.Core goes by any of them.
    private static readonly string[] Names = [Name, "retry-after-ms", "x-ms-retry-after-ms"];

    /// <summary>Whether an answer is one to wait after: throttled, or of a passing trouble that comes with the header, whatever is in it.</summary>
    public static bool Decides(Response response) =>
        response.Status == 429 || (response.Status is 408 or 409 or 500 or 502 or 503 or 504 && Names.Any(response.Headers.Contains));

    /// <summary>Null where it says nothing, or something else.</summary>
    /// <param name="response">What came.</param>
    /// <param name="date">When, on the service's clock; null where that is not known.</param>
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
