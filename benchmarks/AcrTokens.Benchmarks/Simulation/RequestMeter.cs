using System.Net;

namespace AcrTokens.Benchmarks.Simulation;

/// <summary>Counts the requests that Resource Manager accepts and refuses, and the existing tokens.</summary>
internal sealed class RequestMeter(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> alive = [];

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public int Deletes { get; private set; }

    public int Throttled { get; private set; }

    /// <summary>All requests, accepted or refused.</summary>
    public int All => Throttled + Reads + Writes + Deletes;

    /// <summary>The highest number of tokens in one registry.</summary>
    public int MostAlive { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
            Count(request, response.StatusCode);
        return response;
    }

    private void Count(HttpRequestMessage request, HttpStatusCode status)
    {
        lock (gate)
        {
            if (status == HttpStatusCode.TooManyRequests)
                Throttled++;
            else if (request.Method == HttpMethod.Get)
                Reads++;
            else if (request.Method == HttpMethod.Delete)
                Deletes++;
            else
                Writes++;

            // …/registries/myregistry/tokens/a-token
            if (request.RequestUri!.AbsolutePath.Split('/') is not [.., var registry, "tokens", _])
                return;
            var change = (request.Method.Method, status) switch
            {
                ("PUT", HttpStatusCode.Created) => 1,
                ("DELETE", HttpStatusCode.Accepted) => -1,
                _ => 0,
            };
            MostAlive = Math.Max(MostAlive, alive[registry] = alive.GetValueOrDefault(registry) + change);
        }
    }
}
