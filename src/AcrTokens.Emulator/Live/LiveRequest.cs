using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Live;

/// <summary>What the live page shows of a request: half of its text, where thousands may come in a second.</summary>
internal sealed record LiveRequest(long Number, DateTimeOffset ReceivedAt, string Operation, string Method, string Path, int Status)
{
    /// <summary>The time until its answer; null while it has none.</summary>
    public double? Milliseconds { get; init; }

    public string? UserAgent { get; init; }

    public string? Token { get; init; }

    public string? Registry { get; init; }

    public static LiveRequest Of(NumberedRequest numbered)
    {
        var request = numbered.Request;
        return new LiveRequest(numbered.Number, request.ReceivedAt, request.Operation, request.Method, request.Path, request.Status)
        {
            Milliseconds = request.Duration?.TotalMilliseconds,
            UserAgent = request.UserAgent,
            Token = request.Token,
            Registry = request.Registry,
        };
    }
}
