using System.Net;
using AcrTokens.Emulator.Registry;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Puts the two surfaces on a server.</summary>
internal static class EmulatorHost
{
    public static WebApplication OnLoopback(EmulatorState state) => Build(state, host => host.UseKestrelCore().ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        // Layers are as large as they are.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(IPAddress.Loopback, state.Options.ResourceManagerPort, listen => listen.UseHttps(state.Certificate.Certificate));
        kestrel.Listen(IPAddress.Loopback, state.Options.RegistryPort);
    }));

    public static WebApplication InProcess(EmulatorState state) => Build(state, host => host.UseTestServer());

    private static WebApplication Build(EmulatorState state, Action<IWebHostBuilder> useServer)
    {
        // Empty: no configuration from outside, and no log that a secret could get into.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        useServer(builder.WebHost);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime>(new EmbeddedLifetime());
        var app = builder.Build();
        app.Use(next => context => state.Requests.Record(context, next));
        app.UseRouting();

        var arm = new ArmSurface(app, state);
        var operations = new OperationsApi(state);
        operations.Map(arm);
        new RegistriesApi(state).Map(arm);
        new TokensApi(state, operations).Map(arm);
        new ScopeMapsApi(state, operations).Map(arm);
        new TokenCredentialsApi(state).Map(arm);
        new AdminCredentialsApi(state).Map(arm);
        arm.MapRest();

        var content = new RegistryContent();
        SeedImage.AddTo(content);
        var tokens = new AccessTokens(state);
        new TokenServer(state, tokens).Map(app);
        new RegistrySurface(content, new RegistryGuard(tokens)).Map(app);
        return app;
    }
}
