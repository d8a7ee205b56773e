using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>
/// A run of probes on one service: it cleans up first, after each probe and at its end, and writes a report and a recording of each probe.
/// </summary>
internal sealed class LiveRun : IAsyncDisposable
{
    private readonly Service service;
    private readonly string name;
    private readonly string folder;
    private readonly List<ProbeResult> results = [];

    private LiveRun(Service service, string name, string folder)
    {
        this.service = service;
        this.name = name;
        this.folder = folder;
    }

    /// <summary>Where the recordings are. The report is beside it, with the same name.</summary>
    public string Recordings => Path.Combine(folder, name);

    public string ReportFile => $"{Recordings}.md";

    /// <param name="service">The service.</param>
    /// <param name="name">The run's name.</param>
    /// <param name="folder">The folder for its files.</param>
    public static async Task<LiveRun> StartAsync(Service service, string name, string folder)
    {
        var run = new LiveRun(service, name, folder);
        if (Directory.Exists(run.Recordings))
            Directory.Delete(run.Recordings, recursive: true);
        Directory.CreateDirectory(run.Recordings);
        await Cleanup.RunAsync(service);
        return run;
    }

    /// <summary>Runs a probe on the service and on an emulator, and compares their responses.</summary>
    /// <exception cref="Exception">The probe's own failure, once everything is written and cleaned up.</exception>
    public async Task<ProbeResult> RunAsync(Probe probe)
    {
        var notes = new Notes();
        var failure = await TryAsync(probe, service, notes);
        var exchanges = service.Recorder.Take();
        try
        {
            var differences = failure is null ? Comparison.Of(exchanges, await EmulatedAsync(probe)) : [];
            var result = new ProbeResult(probe.Name, exchanges, notes, differences, failure);
            results.Add(result);
            Write(result);
            return failure is null ? result : throw new InvalidOperationException($"{probe.Name} failed", failure);
        }
        finally
        {
            await Cleanup.TokensAsync(service);
            service.Recorder.Take();
        }
    }

    public async ValueTask DisposeAsync()
    {
        (await Cleanup.RunAsync(service)).ShouldBeEmpty("left on the registry");
    }

    private static async Task<Exception?> TryAsync(Probe probe, Service service, Notes notes)
    {
        try
        {
            await probe.RunAsync(service, notes);
            return null;
        }
#pragma warning disable CA1031 // the run goes on with its recording and its cleaning up, and throws then
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private async Task<IReadOnlyList<Taken>> EmulatedAsync(Probe probe)
    {
        await using var emulated = await EmulatedService.StartAsync(
            service.Like,
            costly: service.Costly,
            isLockable: service.Lock is not null,
            patience: service.Patience
        );
        await probe.RunAsync(emulated, new Notes());
        return emulated.Recorder.Take();
    }

    private void Write(ProbeResult result)
    {
        var redactor = Redactor.For(service.RegistryId, service.LoginServer, service.Arm, results.SelectMany(r => r.Exchanges));
        RecordingFile.Write(
            Path.Combine(Recordings, $"{result.Probe}.json"),
            $"AcrTokens.Live.Tests, {name}, probe {result.Probe}",
            result.Exchanges,
            redactor
        );
        File.WriteAllText(ReportFile, redactor.Redact(Report.Of(name, results)));
    }
}
