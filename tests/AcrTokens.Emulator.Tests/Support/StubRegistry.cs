using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>An upstream registry for an emulator. It records requests, and responds with a registry's addresses.</summary>
public sealed class StubRegistry : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubRegistry(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<(string Method, string Target, IHeaderDictionary Headers, long Length)> Seen { get; } = new();

    public static async Task<StubRegistry> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Listen(IPAddress.Loopback, 0);
            });
        var stub = new StubRegistry(builder.Build());
        stub.app.Run(stub.Answer);
        await stub.app.StartAsync();
        stub.Address = new Uri(
            stub.app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()
        );
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        long length = 0;
        var buffer = new byte[81920];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0; )
        {
            length += read;
        }

        Seen.Enqueue(
            (
                context.Request.Method,
                context.Request.Path + context.Request.QueryString,
                new HeaderDictionary(context.Request.Headers.ToDictionary()),
                length
            )
        );
        context.Response.StatusCode = 202;
        context.Response.Headers.Location = $"{context.Request.Headers["X-Forwarded-Proto"]}://{context.Request.Host}/v2/next";
        context.Response.Headers["Docker-Upload-UUID"] = "1";
        await context.Response.WriteAsync("from upstream");
    }
}
