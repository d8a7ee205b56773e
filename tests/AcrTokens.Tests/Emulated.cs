using AcrTokens.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens.Tests;

/// <summary>A client of an emulator in this process, with control over the wire between them.</summary>
internal sealed class Emulated : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly ILogger log;

    private Emulated(AcrEmulator emulator, AcrEmulatorOptions options, SkippingClock clock, TimeSpan ahead, ILogger log)
    {
        this.log = log;
        Emulator = emulator;
        Clock = clock;
        Machine = new ShiftedClock(clock) { Ahead = ahead };
        RegistryId = AcrResourceIds.Registry(options.SubscriptionId, options.ResourceGroupName, options.RegistryName);
        Wire = new Wire(emulator.CreateHandler());
        http = new HttpClient(Wire);
        Client = new AcrClient(Credential(emulator.AccessToken), ClientOptions());
    }

    public AcrEmulator Emulator { get; }

    public SkippingClock Clock { get; }

    /// <summary>The clock of the client's machine.</summary>
    public ShiftedClock Machine { get; }

    public Wire Wire { get; }

    public AcrClient Client { get; }

    public ResourceIdentifier RegistryId { get; }

    public AcrTokenMintSettings Mint => Of(new AcrTokenMintSettings()).SetScopeMap("_repositories_push");

    /// <param name="configure">Configures the emulator.</param>
    /// <param name="ahead">How far the machine's clock is ahead of the service's.</param>
    /// <param name="log">The client's log. Default: none.</param>
    public static async Task<Emulated> StartAsync(
        Func<AcrEmulatorOptions, AcrEmulatorOptions>? configure = null,
        TimeSpan ahead = default,
        ILogger? log = null
    )
    {
        var clock = new SkippingClock();
        var options = new AcrEmulatorOptions { TimeProvider = clock };
        options = configure?.Invoke(options) ?? options;
        return new Emulated(await AcrEmulator.StartInProcessAsync(options), options, clock, ahead, log ?? NullLogger.Instance);
    }

    public static TokenCredential Credential(string accessToken) =>
        DelegatedTokenCredential.Create((_, _) => new AccessToken(accessToken, DateTimeOffset.MaxValue));

    public T Of<T>(T settings)
        where T : AcrSettings => settings.SetRegistryName(RegistryId.ToString());

    public AcrClientOptions ClientOptions() =>
        new()
        {
            Cloud = new AcrCloud(Emulator.ResourceManagerEndpoint, "https://management.azure.com"),
            Transport = new HttpClientTransport(http),
            TimeProvider = Machine,
            Logger = log,
            Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        };

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return Emulator.DisposeAsync();
    }
}
