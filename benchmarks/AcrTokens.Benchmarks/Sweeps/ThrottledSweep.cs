using System.Globalization;
using AcrTokens.Benchmarks.Reports;
using AcrTokens.Benchmarks.Simulation;
using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks.Sweeps;

/// <summary>A sweep under Resource Manager's budgets at 80 ms a request: its duration and its refused requests, in simulated time.</summary>
internal sealed record ThrottledSweep(string Name, TimeSpan Took, RequestMeter Requests, Deletions Deletions, int Deleted, int Failed)
{
    public static async Task<Section> MeasureAsync(string seed)
    {
        ThrottledSweep[] sweeps =
        [
            await RunAsync(seed, "1 at once", 1, 1),
            await RunAsync(seed, "4 at once", 4, 1),
            await RunAsync(seed, "16 at once", 16, 1),
            await RunAsync(seed, "two such sweeps, 4 at once each", 4, 2),
        ];
        return new Section(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sweep: {FullRegistry.Tokens:N0} tokens, {FullRegistry.Over:N0} of them over, 80 ms a request, Resource Manager's budgets, "
                    + $"simulated time"
            ),
            ["", "minutes", "reads", "writes", "deletes", "throttled", "failed"],
            [.. sweeps.Select(s => s.ToRow())],
            sweeps.ToDictionary(
                s => s.Name,
                s => new
                {
                    s.Took.TotalSeconds,
                    s.Requests.Reads,
                    s.Requests.Writes,
                    s.Requests.Deletes,
                    s.Requests.Throttled,
                    s.Deleted,
                    s.Failed,
                    s.Deletions.Progress,
                    s.Deletions.Refusals,
                }
            )
        );
    }

    private static Task<ThrottledSweep> RunAsync(string seed, string name, int atOnce, int sweeps)
    {
        var clock = new SimulatedTime();
        return clock.RunAsync(async () =>
        {
            var emulation = new AcrEmulatorOptions
            {
                RegistryName = FullRegistry.Name,
                TimeProvider = clock,
                Throttle = true,
                EnableControlApi = false,
                Latency = TimeSpan.FromMilliseconds(80),
                SeedFile = seed,
            };
            await using var emulator = await AcrEmulator.StartInProcessAsync(emulation);
            var requests = new RequestMeter(emulator.CreateHandler());
            var deletions = new Deletions(requests, clock);
            using var http = new HttpClient(deletions);
            var began = clock.GetTimestamp();
            var reports = await Task.WhenAll(Enumerable.Range(0, sweeps).Select(_ => SweepAsync(emulator, http, clock, atOnce)));
            var took = clock.GetElapsedTime(began);
            return new ThrottledSweep(name, took, requests, deletions, reports.Sum(r => r.Deleted), reports.Sum(r => r.Failed));
        });
    }

    // Each with its own client, as on separate machines.
    private static Task<AcrSweepReport> SweepAsync(AcrEmulator emulator, HttpClient http, SimulatedTime clock, int atOnce) =>
        Clients
            .Create(http, emulator.ResourceManagerEndpoint, emulator.AccessToken, clock)
            .SweepTokensAsync(
                new AcrTokenSweepSettings()
                    .SetRegistryName(emulator.Registries[0].ResourceId)
                    .SetMaximumTokens(FullRegistry.Tokens)
                    .SetDegreeOfParallelism(atOnce)
            );

    private IReadOnlyList<string> ToRow() =>
        [
            Name,
            Took.TotalMinutes.ToString("F1", CultureInfo.InvariantCulture),
            Show(Requests.Reads),
            Show(Requests.Writes),
            Show(Requests.Deletes),
            string.Create(CultureInfo.InvariantCulture, $"{Requests.Throttled:N0} ({100.0 * Requests.Throttled / Requests.All:F1} %)"),
            Show(Failed),
        ];

    private static string Show(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
