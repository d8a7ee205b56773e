namespace AcrTokens.Emulator.Tests.Support;

/// <summary>A separate emulator for every test, without sockets.</summary>
public abstract class InProcess : IAsyncLifetime
{
    protected ManualTimeProvider Clock { get; } = new();

    protected AcrEmulator Emulator { get; private set; } = null!;

    protected HttpClient Client { get; private set; } = null!;

    protected Arm Arm { get; private set; } = null!;

    protected RegistryClient Registry { get; private set; } = null!;

    protected virtual AcrEmulatorOptions Options => new() { TimeProvider = Clock };

    public virtual async Task InitializeAsync()
    {
        Emulator = await AcrEmulator.StartInProcessAsync(Options);
        Client = new HttpClient(Emulator.CreateHandler());
        Arm = new Arm(Emulator, Client);
        Registry = new RegistryClient(Emulator, Client);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
