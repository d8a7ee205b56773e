using System.Globalization;
using System.Text.RegularExpressions;
using AcrTokens.Benchmarks.Reports;

namespace AcrTokens.Benchmarks.Processes;

/// <summary>
/// Measures the plugin's cost for a NUKE build: one that only references it, one with its attributes, and one that mints and disables.
/// </summary>
internal static partial class InsideBuilds
{
    private const string Plain = "a build without the plugin";

    public static async Task<Section> MeasureAsync(string programs, int rounds)
    {
        await using var emulator = await EmulatorProcess.StartAsync();
        Contestant[] builds =
        [
            new(Plain, Plain, Program("Plain")),
            new("which references it, and does not use it", Plain, Program("Referencing")),
            new("with `[RevokeAcrTokens]` and `[RedactAcrSecrets]`, and no mint", Plain, Program("Guarded")),
            new("which mints and disables, signed in by Azure.Identity", Plain, Program("Minting")),
        ];
        await Rounds.RunAsync(emulator, builds, rounds, _ => emulator.Environment);

        return new Section(
            $"Inside a NUKE build, cold, {rounds} rounds",
            ["", "wall ms", "more ms", "processor ms", "peak MB", "more MB", "assemblies", "requests"],
            [.. builds.Select(Row)],
            builds.ToDictionary(
                b => b.Name,
                b => new
                {
                    Assemblies = AssembliesOf(b),
                    b.Operations,
                    b.Samples,
                }
            )
        );

        string Program(string kind) => Path.Combine(programs, $"build-{kind}", "AcrTokens.Benchmarks.Build");

        IReadOnlyList<string> Row(Contestant build) =>
            [
                build.Name,
                Spread.Of(build.Samples.Select(s => s.Wall)).Show("F0"),
                More(build, s => s.Wall, "F0"),
                Spread.Of(build.Samples.Select(s => s.Processor)).Show("F0"),
                Spread.Of(build.Samples.Select(s => s.Memory)).Show("F1"),
                More(build, s => s.Memory, "F1"),
                AssembliesOf(build),
                build.Operations.Count.ToString(CultureInfo.InvariantCulture),
            ];

        // Compared round by round.
        string More(Contestant build, Func<Sample, double> value, string format) =>
            build == builds[0] ? "" : Spread.Of(build.Samples.Zip(builds[0].Samples, (a, b) => value(a) - value(b))).Show(format);
    }

    private static string AssembliesOf(Contestant build) => Count().Match(build.Output).Groups[1].Value;

    [GeneratedRegex(@"(\d+) assemblies")]
    private static partial Regex Count();
}
