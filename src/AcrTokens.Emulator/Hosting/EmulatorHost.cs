using System.Net;
using AcrTokens.Emulator.Control;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Registry;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.SignIn;
using AcrTokens.Emulator.State;
using AcrTokens.Emulator.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Puts the surfaces on a server.</summary>
internal static class EmulatorHost
{
    /// <summary>Listens on loopback and nowhere else: first Resource Manager, then each registry's http, then each registry's https.</summary>
    public static WebApplication OnLoopback(EmulatorState state) => Build(state, host => host.UseKestrelCore().ConfigureKestrel(kestrel =>
    {
        var certificate = state.Certificate.Certificate;
        kestrel.AddServerHeader = false;
        // Layers are as large as they are.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(IPAddress.Loopback, state.Options.ResourceManagerPort, listen => listen.UseHttps(certificate));
        for (var i = 0; i < state.Registries.Count; i++)
        {
            kestrel.Listen(IPAddress.Loopback, RegistryPorts.Http(state.Options, i));
        }

        for (var i = 0; i < state.Registries.Count && state.Options.RegistryHttpsPort is { } first; i++)
        {
            kestrel.Listen(IPAddress.Loopback, RegistryPorts.Following(first, i), listen => listen.UseHttps(certificate));
        }
    }));

    public static WebApplication InProcess(EmulatorState state) => Build(state, host => host.UseTestServer());

    private static WebApplication Build(EmulatorState state, Action<IWebHostBuilder> useServer)
    {
        // Empty: no configuration from outside, such as addresses to listen on, and no log that a secret could get into.
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
        app.UseRouting();
        var tokens = new SignedTokens(state);
        var armTokens = new ResourceManagerTokens(state, tokens);
        var faults = new FaultInjection(state.Faults);
        app.UseWhen(context => !ControlApi.Owns(context), api =>
        {
            if (state.Options.Latency > TimeSpan.Zero)
            {
                api.Use(next => async context =>
                {
                    await Task.Delay(state.Options.Latency, state.Clock, context.RequestAborted);
                    await next(context);
                });
            }

            api.Use(next => context => state.Requests.Record(context, next));
            api.Use(next => context => faults.Invoke(context, next));
        });
        new ControlApi(state).Map(app);
        new Authority(state, armTokens).Map(app);
        MapResourceManager(app, state, armTokens);
        MapRegistry(app, state, new AccessTokens(tokens, state.Clock), armTokens);
        app.MapFallback("{**path}", NotEmulated);
        return app;
    }

    private static void MapResourceManager(WebApplication app, EmulatorState state, ResourceManagerTokens tokens)
    {
        var arm = new ArmSurface(app, state, tokens);
        var operations = new OperationsApi(state);
        operations.Map(arm);
        new SubscriptionsApi(state).Map(arm);
        new RegistriesApi(state).Map(arm);
        new TokensApi(state, operations).Map(arm);
        new ScopeMapsApi(state, operations).Map(arm);
        new TokenCredentialsApi(state).Map(arm);
        AdminCredentialsApi.Map(arm);
        arm.MapRest();
    }

    private static void MapRegistry(WebApplication app, EmulatorState state, AccessTokens tokens, ResourceManagerTokens armTokens)
    {
        new TokenServer(state, tokens, armTokens).Map(app);
        var builtIn = state.Registries.ToDictionary(registry => registry, registry => new BuiltInRegistry(registry.Content));
        var upstream = app.Services.GetService<UpstreamProxy>();
        new RegistrySurface(context => upstream ?? (IRegistryBackend)builtIn[state.At(context.Request.Host)], new RegistryGuard(tokens)).Map(app);
    }

    private static Task NotEmulated(HttpContext context)
    {
        var refusal = ArmErrors.NotEmulated(context.Request.Method, context.Request.Path.Value!);
        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(WireJson.Write(refusal.ToJson()), context.RequestAborted);
    }
}
