using AcrTokens.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Integration.Tests;

/// <summary>An emulator on loopback, which other programs can reach too, and a client for it.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private Loopback(AcrEmulator emulator, AcrEmulatorOptions options, MovableClock clock)
    {
        Clock = clock;
        Emulator = emulator;
        RegistryId =
            $"/subscriptions/{options.SubscriptionId}/resourceGroups/{options.ResourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{options.RegistryName}";
        Client = new AcrClient(
            DelegatedTokenCredential.Create((_, _) => new AccessToken(emulator.AccessToken, DateTimeOffset.MaxValue)),
            new AcrClientOptions
            {
                Cloud = new AcrCloud(emulator.ResourceManagerEndpoint, "https://management.azure.com"),
                Transport = new HttpClientTransport(emulator.CreateHandler()),
            }
        );
    }

    public AcrEmulator Emulator { get; }

    public AcrClient Client { get; }

    /// <summary>The emulator's clock.</summary>
    public MovableClock Clock { get; }

    public string RegistryId { get; }

    public static async Task<Loopback> StartAsync()
    {
        var clock = new MovableClock();
        var options = new AcrEmulatorOptions { TimeProvider = clock };
        return new Loopback(await AcrEmulator.StartAsync(options), options, clock);
    }

    public Task<AcrTokenLease> MintAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings> configure) =>
        Client.MintTokenAsync(configure(Of(new AcrTokenMintSettings())));

    public T Of<T>(T settings)
        where T : AcrSettings => settings.SetRegistryName(RegistryId);

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
