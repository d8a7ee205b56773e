namespace AcrTokens.Benchmarks.Processes;

/// <summary>Runs the contestants in turns against one emulator, so that other load on the machine affects all of them.</summary>
internal static class Rounds
{
    public static async Task RunAsync(
        EmulatorProcess emulator,
        IReadOnlyList<Contestant> contestants,
        int rounds,
        Func<Contestant, IReadOnlyDictionary<string, string?>> environment
    )
    {
        foreach (var contestant in contestants)
        {
            // Not measured: warms up the emulator, and records its operations.
            var before = (await emulator.OperationsAsync()).Count;
            await contestant.RunAsync(environment(contestant));
            contestant.Operations = [.. (await emulator.OperationsAsync()).Skip(before)];
        }

        for (var round = 0; round < rounds; round++)
        {
            // Each round starts with another contestant.
            foreach (var contestant in contestants.Skip(round % contestants.Count).Concat(contestants.Take(round % contestants.Count)))
                contestant.Samples.Add(await contestant.RunAsync(environment(contestant)));
        }
    }
}
