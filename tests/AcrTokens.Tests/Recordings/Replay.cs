using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Tests;

/// <summary>Exchanges that the library's own executor must repeat: exactly these, in this order.</summary>
public sealed class Replay
{
    private readonly string name;
    private readonly IReadOnlyList<Exchange> exchanges;
    private readonly Uri first;
    private readonly SkippingClock clock = new();

    internal Replay(string name, params IReadOnlyList<Exchange> exchanges)
    {
        this.name = name;
        this.exchanges = exchanges;
        first = new Uri(exchanges[0].Request.Url);
        var path = first.AbsolutePath.Split('/');
        Registry = AcrResourceIds.Registry(path[2], path[4], path[8]);
    }

    /// <summary>The registry of the first exchange.</summary>
    public ResourceIdentifier Registry { get; }

    public IReadOnlyList<TimeSpan> Waits => clock.Waits;

    public override string ToString() => name;

    /// <summary>Makes the calls, and checks that they requested every exchange.</summary>
    public async Task<T> PlayAsync<T>(Func<AcrExecutor, Task<T>> calls)
    {
        using var handler = new ReplayingHandler(exchanges);
        using var http = new HttpClient(handler);
        var options = new AcrClientOptions
        {
            ApiVersion = HttpUtility.ParseQueryString(first.Query)["api-version"]!,
            Transport = new HttpClientTransport(http),
            TimeProvider = clock,
            Retry = { MaxRetries = 0 },
        };

        var result = await calls(new ArmExecutor(Emulated.Credential("an-access-token"), options.Cloud, options));

        handler.NotAsked.ShouldBeEmpty("not asked");
        return result;
    }

    public Task PlayAsync(Func<AcrExecutor, Task> calls) =>
        PlayAsync(async executor =>
        {
            await calls(executor);
            return true;
        });
}
