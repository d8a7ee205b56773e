namespace AcrTokens.Live.Tests.Runs;

/// <summary>The run on an emulator in the service's place.</summary>
public sealed class EmulatorRun : IAsyncLifetime
{
    private Service service = null!;

    internal LiveRun Run { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        service = await EmulatedService.StartAsync(EmulatedService.SmallAndBusy);
        Run = await LiveRun.StartAsync(service, "live-emulator", AppContext.BaseDirectory);
    }

    public async Task DisposeAsync()
    {
        await Run.DisposeAsync();
        await service.DisposeAsync();
    }
}
