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
    private const string Working = "a build that does not mint";

    public static Task<Section> MeasureAsync(string programs, int rounds) =>
        MeasureAsync(
            $"Inside a NUKE build, cold, {rounds} rounds",
            [
                new(Plain, Plain, Program(programs, "Plain")),
                new("which references it, and does not use it", Plain, Program(programs, "Referencing")),
                new("with `[RevokeAcrTokens]` and `[RedactAcrSecrets]`, and no mint", Plain, Program(programs, "Guarded")),
                new("which mints and disables, signed in by Azure.Identity", Plain, Program(programs, "Minting")),
            ],
            rounds
        );

    /// <summary>Measures how long a build with a second of work is held up by its token.</summary>
    public static Task<Section> MeasureWorkAsync(string programs, int rounds) =>
        MeasureAsync(
            $"A NUKE build with a second of work on one thread, cold, {rounds} rounds",
            [
                new(Working, Working, Program(programs, "Working")),
                new("which then mints and disables", Working, Program(programs, "Working"), "--way", "Late"),
                new("which prepares before, and disables in the background", Working, Program(programs, "Working"), "--way", "Ahead"),
            ],
            rounds
        );

    private static string Program(string programs, string kind) => Path.Combine(programs, $"build-{kind}", "AcrTokens.Benchmarks.Build");

    private static async Task<Section> MeasureAsync(string title, Contestant[] builds, int rounds)
    {
        await using var emulator = await EmulatorProcess.StartAsync();
        await Rounds.RunAsync(emulator, builds, rounds, _ => emulator.Environment);

        return new Section(
            title,
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

    // Coloured, where the terminal's variables say that it can be.
    [GeneratedRegex(@"(\d+)(?:\e\[[\d;]*m)* assemblies")]
    private static partial Regex Count();
}
