namespace AcrTokens.Benchmarks.Processes;

/// <summary>Has them run in turns against one emulator, so that what else the machine does falls on all of them.</summary>
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
            // Unmeasured: warms the emulator up, and tells what is asked of it.
            var before = (await emulator.OperationsAsync()).Count;
            await contestant.RunAsync(environment(contestant));
            contestant.Operations = [.. (await emulator.OperationsAsync()).Skip(before)];
        }

        for (var round = 0; round < rounds; round++)
        {
            // Each takes its turn at the front.
            foreach (var contestant in contestants.Skip(round % contestants.Count).Concat(contestants.Take(round % contestants.Count)))
                contestant.Samples.Add(await contestant.RunAsync(environment(contestant)));
        }
    }
}
