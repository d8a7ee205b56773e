using AcrTokens.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Extensions.DependencyInjection.Tests;

/// <summary>A real generic host that logs into a list.</summary>
internal static class HostOfTest
{
    /// <summary>A host whose configuration has this section.</summary>
    public static HostApplicationBuilder Create(ListLogger log, params (string Key, string Value)[] section)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(section.Select(entry => KeyValuePair.Create($"AcrTokens:{entry.Key}", (string?)entry.Value)));
        builder.Services.AddSingleton<ILoggerProvider>(_ => new ListProvider(log));
        builder.Services.AddAcrTokens(builder.Configuration.GetSection("AcrTokens"));
        return builder;
    }

    public static HostApplicationBuilder Create(ListLogger log, AcrEmulator emulator) =>
        Create(log, ("Emulator", emulator.ResourceManagerEndpoint.ToString()));

    public static async Task<IHost> StartAsync(this HostApplicationBuilder builder)
    {
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public static Task<AcrTokenLease> MintAsync(this IHost host) =>
        host
            .Services.GetRequiredService<AcrClient>()
            .MintTokenAsync(new AcrTokenMintSettings().SetRegistryName("myregistry").SetScopeMap("_repositories_push"));

    private sealed class ListProvider(ListLogger log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose() { }
    }
}
