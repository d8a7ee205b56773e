using System.Net;
using System.Net.Http.Headers;

namespace AcrTokens.Benchmarks.Simulation;

/// <summary>Waits by the simulation's clock for as long as a refusal says: Azure.Core's own retries, above this, know the real clock alone.</summary>
internal sealed class SimulatedRetryAfter(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter?.Delta is { } wait)
        {
            await Task.Delay(wait, clock, cancellationToken);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
        }

        return response;
    }
}
