using System.Globalization;
using AcrTokens.Emulator.Control;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Live;
using AcrTokens.Emulator.Registry;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.SignIn;
using AcrTokens.Emulator.Simulations;
using AcrTokens.Emulator.State;
using AcrTokens.Emulator.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Builds the servers for the surfaces.</summary>
internal static class EmulatorHost
{
    /// <summary>Listens on loopback only. The ports are known once the server has started. The start fails if a port is in use.</summary>
    public static WebApplication OnLoopback(EmulatorState state, Func<HttpContext, RequestDelegate, Task>? observer) =>
        Build(
            state,
            observer,
            host =>
                host.UseKestrelCore()
                    .ConfigureServices(services =>
                        services
                            .AddSingleton(_ => new LoopbackPorts())
                            .AddOptions<SocketTransportOptions>()
                            .Configure<LoopbackPorts>((transport, ports) => transport.CreateBoundListenSocket = ports.Take)
                    )
                    .ConfigureKestrel(kestrel => Listen(kestrel, kestrel.ApplicationServices.GetRequiredService<LoopbackPorts>(), state))
        );

    public static WebApplication InProcess(EmulatorState state) => Build(state, null, host => host.UseTestServer());

    private static void Listen(KestrelServerOptions kestrel, LoopbackPorts ports, EmulatorState state)
    {
        var options = state.Options;
        var resourceManager = ports.Open(options.ResourceManagerPort, "Resource Manager", "--arm-port (in code ResourceManagerPort)");
        var http = OfRegistries(options.RegistryPort, "the registry", "--registry-port (in code RegistryPort)");
        var https = options.RegistryHttpsPort is { } first
            ? OfRegistries(first, "the registry's https", "--registry-https-port (in code RegistryHttpsPort)")
            : null;
        RegistryPorts.Assign(state, resourceManager, i => http[i], i => https?[i]);

        var certificate = state.Certificate.Certificate;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxResponseBufferSize = 1024 * 1024;
        foreach (var address in http.SelectMany(ports.Of))
        {
            kestrel.Listen(address);
        }

        foreach (var address in (https ?? []).Prepend(resourceManager).SelectMany(ports.Of))
        {
            kestrel.Listen(address, listen => listen.UseHttps(certificate));
        }

        List<int> OfRegistries(int port, string what, string option) =>
            [.. Enumerable.Range(0, state.Registries.Count).Select(i => ports.Open(RegistryPorts.Following(port, i), what, option))];
    }

    private static WebApplication Build(EmulatorState state, Func<HttpContext, RequestDelegate, Task>? observer, Action<IWebHostBuilder> useServer)
    {
        // Empty: no outside configuration, such as addresses to listen on, and no log that could receive a secret.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        useServer(builder.WebHost);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime>(new EmbeddedLifetime());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        if (state.Options.UpstreamRegistry is { } upstream)
        {
            builder.Services.AddSingleton(_ => new UpstreamProxy(upstream));
        }

        var app = builder.Build();
        if (observer is not null)
        {
            app.Use(observer);
        }

        var surfaces = new Surfaces(state);
        var refusals = new Refusals(surfaces, state.Clock);
        app.Use(next => context => refusals.Invoke(context, next));
        app.Use(next =>
            context =>
            {
                RegistrySurface.DecodeSlashes(context.Request);
                return next(context);
            }
        );
        app.UseRouting();
        app.UseWhen(context => !ControlApi.Owns(context), api => UseTraffic(api, state, surfaces, refusals));
        var tokens = new SignedTokens(state);
        var armTokens = new ResourceManagerTokens(state, tokens);
        if (state.Options.EnableControlApi)
        {
            new ControlApi(state, app.Lifetime.ApplicationStopping).Map(app);
            LivePage.Map(app);
        }

        new Authority(state, armTokens).Map(app);
        MapResourceManager(app, state, armTokens);
        MapRegistry(app, state, new AccessTokens(tokens, state.Clock), armTokens);
        app.MapFallback("{**path}", context => throw surfaces.Of(context).NotEmulated(context.Request));
        return app;
    }

    /// <summary>The middleware for every request except the control API's: the network, the log, the surface's headers, faults.</summary>
    private static void UseTraffic(IApplicationBuilder api, EmulatorState state, Surfaces surfaces, Refusals refusals)
    {
        var network = new NetworkSimulation(state.Simulator);
        var faults = new FaultInjection(state, surfaces, refusals);
        if (state.Options.Latency > TimeSpan.Zero)
        {
            api.Use(next =>
                async context =>
                {
                    await Task.Delay(state.Options.Latency, state.Clock, context.RequestAborted);
                    await next(context);
                }
            );
        }

        api.Use(next => context => state.Requests.Record(context, next));
        api.Use(next => context => network.Invoke(context, next));
        api.Use(next =>
            context =>
            {
                var surface = surfaces.Of(context);
                context.Response.Headers.Date = state.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
                surface.AddHeaders(context);
                network.CheckFirewall(context, surface);
                return next(context);
            }
        );
        api.Use(next => context => faults.Invoke(context, next));
    }

    private static void MapResourceManager(WebApplication app, EmulatorState state, ResourceManagerTokens tokens)
    {
        var arm = new ArmSurface(app, state, tokens);
        var operations = new OperationsApi(state);
        operations.Map(arm);
        new SubscriptionsApi(state).Map(arm);
        new RegistriesApi(state).Map(arm);
        new LocksApi(state).Map(arm);
        new TokensApi(state, operations).Map(arm);
        new ScopeMapsApi(state, operations).Map(arm);
        new TokenCredentialsApi(state).Map(arm);
        AdminCredentialsApi.Map(arm);
        arm.MapRest();
    }

    private static void MapRegistry(WebApplication app, EmulatorState state, AccessTokens tokens, ResourceManagerTokens armTokens)
    {
        new TokenEndpoint(state, tokens, armTokens).Map(app);
        var builtIn = state.Registries.ToDictionary(registry => registry, registry => new BuiltInRegistry(registry.Content));
        var upstream = app.Services.GetService<UpstreamProxy>();
        new RegistrySurface(context => upstream ?? (IRegistryBackend)builtIn[state.At(context.Request.Host)], new RegistryGuard(state, tokens)).Map(
            app
        );
    }
}
