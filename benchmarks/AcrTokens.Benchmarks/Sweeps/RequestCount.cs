using System.Net;

namespace AcrTokens.Benchmarks.Sweeps;

/// <summary>Counts what is sent, by the budgets of Resource Manager that it draws on, and how much of it is refused for want of one.</summary>
internal sealed class RequestCount(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int reads;
    private int writes;
    private int deletes;
    private int throttled;

    public int Reads => reads;

    public int Writes => writes;

    public int Deletes => deletes;

    public int Throttled => throttled;

    public int All => reads + writes + deletes;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref request.Method == HttpMethod.Get ? ref reads : ref request.Method == HttpMethod.Delete ? ref deletes : ref writes);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            Interlocked.Increment(ref throttled);
        return response;
    }
}
