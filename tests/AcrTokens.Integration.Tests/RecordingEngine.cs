using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Integration.Tests;

/// <summary>Stands in for docker's engine. It accepts and records the client's requests.</summary>
internal sealed class RecordingEngine : IAsyncDisposable
{
    private readonly List<EngineRequest> requests = [];
    private readonly WebApplication server;

    private RecordingEngine(WebApplication server) => this.server = server;

    public string Address => server.Urls.Single().Replace("http://", "tcp://", StringComparison.Ordinal);

    public static async Task<RecordingEngine> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var engine = new RecordingEngine(builder.Build());
        engine.server.Run(engine.AnswerAsync);
        await engine.server.StartAsync();
        return engine;
    }

    /// <summary>Returns the requests since the last call.</summary>
    public IReadOnlyList<EngineRequest> Take()
    {
        lock (requests)
        {
            EngineRequest[] taken = [.. requests];
            requests.Clear();
            return taken;
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = string.Join(
            '\n',
            context.Request.Headers.Where(h => h.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase)).Select(h => $"{h.Key}: {h.Value}")
        );
        var request = new EngineRequest(context.Request.Method, $"{context.Request.Path}", headers, await reader.ReadToEndAsync());
        lock (requests)
            requests.Add(request);

        context.Response.Headers["Api-Version"] = "1.43";
        context.Response.ContentType = "application/json";
        context.Response.StatusCode = request.Path.EndsWith("/create", StringComparison.Ordinal)
            ? StatusCodes.Status201Created
            : StatusCodes.Status200OK;
        await context.Response.WriteAsync(
            request.Path.EndsWith("/create", StringComparison.Ordinal) ? """{"Id":"0123456789ab","Warnings":[]}""" : "{}"
        );
    }
}

/// <summary>A request that the client sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Headers">The headers that begin with <c>X-</c>, one per line.</param>
/// <param name="Body">The body.</param>
internal sealed record EngineRequest(string Method, string Path, string Headers, string Body);
