using AcrTokens.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>An emulator in this process, control over the wire to it, and clients for both executors.</summary>
internal sealed class Emulation : IAsyncDisposable
{
    private readonly AcrEmulatorOptions options;

    private Emulation(AcrEmulator emulator, AcrEmulatorOptions options, SkippingClock clock)
    {
        this.options = options;
        Emulator = emulator;
        Clock = clock;
        Wire = new Wire(emulator.CreateHandler());
        Http = new HttpClient(Wire) { BaseAddress = emulator.ResourceManagerEndpoint };
        Http.DefaultRequestHeaders.Authorization = new("Bearer", emulator.AccessToken);
    }

    public AcrEmulator Emulator { get; }

    public SkippingClock Clock { get; }

    public Wire Wire { get; }

    /// <summary>Sends to the emulator with its access token, without retries.</summary>
    public HttpClient Http { get; }

    public ResourceIdentifier Registry => AcrResourceIds.Registry(options.SubscriptionId, options.ResourceGroupName, options.RegistryName);

    public ResourceIdentifier Token => AcrResourceIds.Token(Registry, "a-token");

    public ResourceIdentifier ScopeMap => Registry.ScopeMap("a-map");

    public TokenCredential Credential => DelegatedTokenCredential.Create((_, _) => new AccessToken(Emulator.AccessToken, DateTimeOffset.MaxValue));

    public AcrClientOptions ClientOptions =>
        new()
        {
            Cloud = new AcrCloud(Emulator.ResourceManagerEndpoint, "https://management.azure.com"),
            Transport = new HttpClientTransport(Http),
            TimeProvider = Clock,
            Retry = { MaxRetries = 0 },
        };

    public ArmClientOptions ArmOptions =>
        new()
        {
            Environment = new ArmEnvironment(Emulator.ResourceManagerEndpoint, "https://management.azure.com"),
            Transport = new HttpClientTransport(Http),
            Retry = { Delay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        };

    public static async Task<Emulation> StartAsync(Func<AcrEmulatorOptions, AcrEmulatorOptions>? configure = null)
    {
        var clock = new SkippingClock();
        var options = new AcrEmulatorOptions { TimeProvider = clock };
        options = configure?.Invoke(options) ?? options;
        return new Emulation(await AcrEmulator.StartInProcessAsync(options), options, clock);
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Emulator.DisposeAsync();
    }
}
