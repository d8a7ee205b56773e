using AcrTokens.Emulator;
using AcrTokens.Live.Tests.Wire;
using Azure.Core.Pipeline;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>An emulator in the service's place. Its clock skips waits, so that nothing takes real seconds.</summary>
internal static class EmulatedService
{
    /// <summary>A small registry that is slow to create tokens, has short pages, and throttles.</summary>
    public static AcrEmulatorOptions SmallAndBusy { get; } =
        new()
        {
            Sku = AcrEmulatorSku.Basic,
            PageSize = 5,
            CreationDelay = TimeSpan.FromSeconds(2),
            Throttle = true,
        };

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">Its options. The clock is replaced.</param>
    /// <param name="front">Stands between the client and the emulator; null for nothing.</param>
    /// <param name="prepare">Changes the emulator before the first request.</param>
    /// <param name="costly">The costly probes that may run. Default: all.</param>
    /// <param name="isLockable">Whether probes may lock the registry.</param>
    /// <param name="patience">How long probes watch something. Default: longer than a bearer token lives.</param>
    public static async Task<Service> StartAsync(
        AcrEmulatorOptions options,
        Func<HttpMessageHandler, TimeProvider, HttpMessageHandler>? front = null,
        Action<AcrEmulator>? prepare = null,
        IReadOnlySet<string>? costly = null,
        bool isLockable = true,
        TimeSpan? patience = null
    )
    {
        var clock = new SkippingClock();
        var emulator = await AcrEmulator.StartInProcessAsync(options with { TimeProvider = clock });
        prepare?.Invoke(emulator);

        var handler = emulator.CreateHandler();
        var recorder = new Recorder(front?.Invoke(handler, clock) ?? handler);
        var http = new HttpClient(recorder);
        var settings = emulator.CreateClientOptions();
        settings.Transport = new HttpClientTransport(http);
        return new Service
        {
            Http = http,
            Recorder = recorder,
            Client = new AcrClient(emulator.Credential, settings),
            RegistryId = RegistryIdOf(options),
            Arm = emulator.ResourceManagerEndpoint,
            Registry = emulator.RegistryEndpoint,
            LoginServer = emulator.LoginServer,
            Sku = $"{options.Sku}",
            Clock = clock,
            Pass = time =>
            {
                clock.Advance(time);
                return Task.CompletedTask;
            },
            Lock = !isLockable ? null : new RegistryLock(() => Lock(EmulatorLock.CanNotDelete), () => Lock(EmulatorLock.None)),
            Patience = patience ?? TimeSpan.FromMinutes(80),
            Like = options,
            Costly = costly ?? new HashSet<string> { LiveSettings.Quota, LiveSettings.Throttling },
            Bearer = () => Task.FromResult(emulator.AccessToken),
            Close = emulator.DisposeAsync,
        };

        Task Lock(EmulatorLock level)
        {
            emulator.Simulations = emulator.Simulations with { Lock = level };
            return Task.CompletedTask;
        }
    }

    private static string RegistryIdOf(AcrEmulatorOptions options) =>
        $"/subscriptions/{options.SubscriptionId}/resourceGroups/{options.ResourceGroupName}"
        + $"/providers/Microsoft.ContainerRegistry/registries/{options.RegistryName}";
}
