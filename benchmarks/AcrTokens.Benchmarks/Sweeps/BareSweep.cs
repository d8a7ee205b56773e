using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AcrTokens.Benchmarks.Processes;
using AcrTokens.Benchmarks.Reports;

namespace AcrTokens.Benchmarks.Sweeps;

/// <summary>The cost of a sweep alone: in real time, without delay, budgets or pace, in a separate process from the emulator.</summary>
internal sealed record BareSweep(int AtOnce, double Seconds, double WorkingSetMegabytes, double HeapMegabytes)
{
    private const string AccessToken = "ACR_EMULATOR_ACCESS_TOKEN";

    public static async Task<Section> MeasureAsync(string seed)
    {
        List<BareSweep> sweeps = [];
        foreach (var atOnce in (int[])[1, 4, 16])
        {
            var asItIs = await StartAsync(seed, atOnce, collect: false);
            var collected = await StartAsync(seed, atOnce, collect: true);
            sweeps.Add(new BareSweep(atOnce, asItIs.Seconds, asItIs.Megabytes, collected.Megabytes));
        }

        return new Section(
            "The same sweep in real time, without delay, budgets or pace",
            ["", "s", "ms a token deleted", "working set above start, MB", "live heap above start, MB"],
            [.. sweeps.Select(s => s.ToRow())],
            sweeps
        );
    }

    /// <summary>The command that runs a sweep, in the process that <see cref="MeasureAsync"/> starts.</summary>
    public static Command Command()
    {
        var atOnce = new Argument<int>("at-once");
        var collect = new Argument<bool>("collect");
        var command = new Command("sweep-once") { atOnce, collect };
        command.Hidden = true;
        command.SetAction(async parsed =>
            Console.WriteLine(JsonSerializer.Serialize(await RunAsync(parsed.GetValue(atOnce), parsed.GetValue(collect))))
        );
        return command;
    }

    private static async Task<Sample> StartAsync(string seed, int atOnce, bool collect)
    {
        await using var emulator = await EmulatorProcess.StartAsync("--seed", seed, "--registry", FullRegistry.Name);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(BareSweep).Assembly.Location, "sweep-once", $"{atOnce}", $"{collect}"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in emulator.Environment)
            start.Environment[name] = value;
        start.Environment[AccessToken] = await emulator.SignInAsync();
        using var process = Process.Start(start)!;
        var result = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Sample>(result)!;
    }

    private static async Task<Sample> RunAsync(int atOnce, bool collect)
    {
        using var connection = new SocketsHttpHandler();
        // Warms up: compiles and connects.
        await SweepAsync(connection, atOnce, 200);

        using var memory = new Memory(connection, collect);
        var began = Stopwatch.GetTimestamp();
        await SweepAsync(memory, atOnce, FullRegistry.Tokens);
        return new Sample(Stopwatch.GetElapsedTime(began).TotalSeconds, memory.GrowthMegabytes);
    }

    private static async Task SweepAsync(HttpMessageHandler handler, int atOnce, int most)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        var settings = new AcrTokenSweepSettings()
            .SetRegistryName(FullRegistry.Name)
            .SetSubscriptionId(Variable("AZURE_SUBSCRIPTION_ID"))
            .SetMaximumTokens(most)
            .SetDegreeOfParallelism(atOnce);
        var report = await Clients
            .Create(http, new Uri(Variable("ACR_EMULATOR_ARM")), Variable(AccessToken), new NoWaits())
            .SweepTokensAsync(settings);
        if (report.Failed > 0)
            throw new InvalidOperationException($"{report.Failed} tokens were not deleted.");
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

    private IReadOnlyList<string> ToRow() =>
        [
            $"{AtOnce} at once",
            Seconds.ToString("F1", CultureInfo.InvariantCulture),
            (Seconds * 1000 / FullRegistry.Over).ToString("F2", CultureInfo.InvariantCulture),
            WorkingSetMegabytes.ToString("F1", CultureInfo.InvariantCulture),
            HeapMegabytes.ToString("F1", CultureInfo.InvariantCulture),
        ];

    private sealed record Sample(double Seconds, double Megabytes);
}
