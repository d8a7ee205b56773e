using System.Net;
using System.Text.Json;
using AcrTokens.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AcrTokens.Faults.Serving;

/// <summary>
/// An emulator that opens no port of its own, behind a proxy that does: so its poll addresses and its login server, made
/// from what the client asked for, lead through the proxy too.
/// </summary>
internal static class FaultServer
{
    /// <summary>Serves until the standard input ends, so that it never outlives who started it.</summary>
    public static async Task<int> RunAsync()
    {
        using var certificate = ProxyCertificate.Create();
        RequestDelegate handle = _ => Task.CompletedTask;
        await using var app = Build(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        app.Run(context => handle(context));
        await app.StartAsync();

        var ports = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => new Uri(address).Port).ToArray();
        var clock = new ShiftedClock();
        var options = new AcrEmulatorOptions { ResourceManagerPort = ports[0], RegistryPort = ports[1], TimeProvider = clock, SendRetryAfter = false };
        await using var emulator = await AcrEmulator.StartInProcessAsync(options);

        using var upstream = new HttpMessageInvoker(emulator.CreateHandler());
        var plan = new FaultPlan();
        var book = new RequestBook();
        var holds = new Holds();
        var proxy = new FaultProxy(upstream, plan, holds, book);
        var control = new ControlApi(emulator, clock, plan, holds, book, new Stages());
        handle = context => context.Connection.LocalPort == ports[2] ? control.HandleAsync(context) : proxy.HandleAsync(context);

        var addresses = new Addresses(
            emulator.ResourceManagerEndpoint, new Uri($"http://localhost:{ports[2]}/"), emulator.AccessToken, certificate.ExportCertificatePem(), RegistryId(options));
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(addresses, Wire.Options));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static string RegistryId(AcrEmulatorOptions options) =>
        $"/subscriptions/{options.SubscriptionId}/resourceGroups/{options.ResourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{options.RegistryName}";

    private static WebApplication Build(Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder.Build();
    }

    /// <summary>Leaves signals alone: those of a terminal reach the runner, which ends this process by closing its input.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
