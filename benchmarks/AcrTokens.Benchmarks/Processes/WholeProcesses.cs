using System.Globalization;
using AcrTokens.Benchmarks.Reports;

namespace AcrTokens.Benchmarks.Processes;

/// <summary>Measures minting and disabling a token from a cold start: each way in its own process, in turns, against one emulator.</summary>
internal static class WholeProcesses
{
    private const string Floor = "bare HttpClient";
    private const string CompiledFloor = "bare HttpClient, ReadyToRun";
    private const string Exec = "acrt exec -- true";
    private const string Cli = "az acr token create + update";

    public static async Task<Section> MeasureAsync(string programs, string nodePackages, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("acr-benchmarks-");
        await using var emulator = await EmulatorProcess.StartAsync();
        try
        {
            Dictionary<string, string?> environment = new(emulator.Environment) { ["NODE_PACKAGES"] = nodePackages, ["NODE_NO_WARNINGS"] = "1" };
            Dictionary<string, string?> forCli = new(emulator.Environment);
            if (AzureCli.IsInstalled)
                AzureCli.Prepare(forCli, folder.FullName);

            var contestants = Contestants(programs, nodePackages, emulator.Environment["AZURE_SUBSCRIPTION_ID"]!).ToList();
            await Rounds.RunAsync(
                emulator,
                contestants,
                rounds,
                contestant => contestant.Name.StartsWith("az ", StringComparison.Ordinal) ? forCli : environment
            );
            return Show(contestants, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<Contestant> Contestants(string programs, string nodePackages, string subscription)
    {
        yield return new Contestant(Floor, Floor, Program("floor", "Floor"));
        yield return new Contestant("this library, sign-in by hand", Floor, Program("mint", "Mint"), "bare");
        yield return new Contestant("this library, Azure.Identity", Floor, Program("mint", "Mint"));
        if (Directory.Exists(Path.Combine(programs, "floor-r2r")))
        {
            yield return new Contestant(CompiledFloor, CompiledFloor, Program("floor-r2r", "Floor"));
            yield return new Contestant("this library, sign-in by hand, ReadyToRun", CompiledFloor, Program("mint-r2r", "Mint"), "bare");
            yield return new Contestant("this library, Azure.Identity, ReadyToRun", CompiledFloor, Program("mint-r2r", "Mint"));
        }

        if (Directory.Exists(Path.Combine(programs, "mint-native")))
            yield return new Contestant("this library, Azure.Identity, native", Floor, Program("mint-native", "Mint"));
        if (Directory.Exists(Path.Combine(programs, "acrt")))
        {
            var acrt = Path.Combine(programs, "acrt", "acrt");
            string[] registry = ["--registry", "myregistry", "--resource-group", "my-resource-group", "--subscription", subscription];
            string[] lease = ["--scope-map", "_repositories_push", "--keep-disabled"];
            yield return new Contestant(Exec, Floor, [acrt, "exec", .. registry, .. lease, "--", "true"]);
            yield return new Contestant("acrt --help", Floor, acrt, "--help");
        }

        if (Directory.Exists(Path.Combine(nodePackages, "node_modules", "@azure")))
            yield return new Contestant("@azure/arm-containerregistry", Floor, "node", Path.Combine(programs, "node", "mint.mjs"));
        if (AzureCli.IsInstalled)
        {
            yield return new Contestant(Cli, Floor, AzureCli.Commands);
            yield return new Contestant("az --help", Floor, "az", "--help");
        }

        string Program(string folder, string name) => Path.Combine(programs, folder, $"AcrTokens.Benchmarks.{name}");
    }

    private static Section Show(List<Contestant> contestants, int rounds)
    {
        var byName = contestants.ToDictionary(c => c.Name);
        return new Section(
            $"Whole process, cold, {rounds} rounds",
            ["", "wall ms", "processor ms", "peak MB", "wall : az", "wall : floor", "memory : floor", "requests"],
            [.. contestants.Select(Row)],
            contestants.ToDictionary(c => c.Name, c => new { c.Operations, c.Samples })
        );

        IReadOnlyList<string> Row(Contestant contestant) =>
            [
                contestant.Name,
                Spread.Of(contestant.Samples.Select(s => s.Wall)).Show("F0"),
                Spread.Of(contestant.Samples.Select(s => s.Processor)).Show("F0"),
                Spread.Of(contestant.Samples.Select(s => s.Memory)).Show("F1"),
                Ratio(contestant, Cli, s => s.Wall),
                Ratio(contestant, contestant.Floor, s => s.Wall),
                Ratio(contestant, contestant.Floor, s => s.Memory),
                contestant.Operations.Count.ToString(CultureInfo.InvariantCulture),
            ];

        // Compared round by round, so that other load on the machine affects both.
        string Ratio(Contestant contestant, string to, Func<Sample, double> value) =>
            byName.TryGetValue(to, out var other) ? Spread.Of(contestant.Samples.Zip(other.Samples, (a, b) => value(a) / value(b))).Show("F2") : "";
    }
}
