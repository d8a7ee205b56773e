using System.Net;

namespace AcrTokens.Benchmarks.Sweeps;

/// <summary>Records when each deletion of a token is accepted or throttled.</summary>
internal sealed class Deletions(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> gone = [];
    private readonly List<double> seconds = [];
    private readonly List<double> throttled = [];
    private readonly long began = clock.GetTimestamp();

    /// <summary>The time of every fiftieth token's deletion and of the last one, in seconds since the start.</summary>
    public IReadOnlyList<Step> Progress => Steps(seconds);

    /// <summary>The same for requests that were refused.</summary>
    public IReadOnlyList<Step> Refusals => Steps(throttled);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Delete)
            return response;
        lock (gate)
        {
            var now = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 2);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                throttled.Add(now);
            else if (response.IsSuccessStatusCode && gone.Add(request.RequestUri!.AbsolutePath)) // two sweeps may delete the same token
                seconds.Add(now);
        }

        return response;
    }

    private static List<Step> Steps(List<double> times) =>
        [.. times.Select((at, i) => new Step(at, i + 1)).Where(step => step.Count % 50 == 0 || step.Count == times.Count)];

    /// <summary>How many there were by then.</summary>
    internal sealed record Step(double Seconds, int Count);
}
