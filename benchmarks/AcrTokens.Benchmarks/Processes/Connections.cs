using AcrTokens.Benchmarks.Reports;

namespace AcrTokens.Benchmarks.Processes;

/// <summary>
/// Measures a process that sends a single request, with TLS and without. Every other process here has this cost as well.
/// </summary>
internal static class Connections
{
    private const string Plain = "one request over http";

    public static async Task<Section> MeasureAsync(string programs, int rounds)
    {
        await using var emulator = await EmulatorProcess.StartAsync();
        var program = Path.Combine(programs, "floor", "AcrTokens.Benchmarks.Floor");
        Contestant[] processes =
        [
            new(Plain, Plain, program, "get", $"http://{emulator.Environment["ACR_EMULATOR_LOGIN_SERVER"]}/v2/"),
            new("one request over https", Plain, program, "get", emulator.Environment["ACR_EMULATOR_ARM"]!),
        ];
        await Rounds.RunAsync(emulator, processes, rounds, _ => emulator.Environment);

        return new Section(
            $"One connection, cold, {rounds} rounds",
            ["", "wall ms", "processor ms", "peak MB"],
            [
                .. processes.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.Name,
                            Spread.Of(p.Samples.Select(s => s.Wall)).Show("F0"),
                            Spread.Of(p.Samples.Select(s => s.Processor)).Show("F0"),
                            Spread.Of(p.Samples.Select(s => s.Memory)).Show("F1"),
                        ]
                ),
            ],
            processes.ToDictionary(p => p.Name, p => p.Samples)
        );
    }
}
