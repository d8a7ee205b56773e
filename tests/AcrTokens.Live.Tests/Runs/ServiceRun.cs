namespace AcrTokens.Live.Tests.Runs;

/// <summary>
/// The run on the registry that the environment names. Nothing where it names none: xunit makes the fixture of skipped theories too.
/// </summary>
public sealed class ServiceRun : IAsyncLifetime
{
    private Service? service;
    private LiveRun? run;

    internal LiveRun Run => run!;

    public async Task InitializeAsync()
    {
        if (LiveSettings.WhyNot(Environment.GetEnvironmentVariable) is not null)
            return;

        service = await RealService.OpenAsync(LiveSettings.Read(Environment.GetEnvironmentVariable));
        run = await LiveRun.StartAsync(service, "live-service", AppContext.BaseDirectory);
    }

    public async Task DisposeAsync()
    {
        try
        {
            if (run is not null)
                await run.DisposeAsync();
        }
        finally
        {
            if (service is not null)
                await service.DisposeAsync();
        }
    }
}
