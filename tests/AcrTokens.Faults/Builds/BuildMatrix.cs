using System.Collections.Concurrent;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Builds;

/// <summary>Runs builds as processes, a few at a time.</summary>
internal static class BuildMatrix
{
    private const int AtOnce = 2;

    // Builds whose revocation is hit by a fault wait most of the time.
    private const int TroubledAtOnce = 6;

    /// <summary>Runs every stage x every ending, builds with their own handlers, and builds with a faulty revocation.</summary>
    public static async Task<IReadOnlyList<Verdict>> RunAllAsync(ServedRegistry registry) =>
        [.. await RunAsync(registry, BuildCase.All.Concat(BuildCase.Handled)), .. await RunAsync(registry, BuildCase.Troubled, TroubledAtOnce)];

    /// <param name="registry">The registry to mint in.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="atOnce">How many builds run in parallel.</param>
    /// <param name="command">The command to start for a case. Default: the build.</param>
    public static async Task<IReadOnlyList<Verdict>> RunAsync(
        ServedRegistry registry,
        IEnumerable<BuildCase> cases,
        int atOnce = AtOnce,
        Func<BuildCase, string[]>? command = null
    )
    {
        var verdicts = new ConcurrentBag<Verdict>();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (@case, _) => verdicts.Add(await BuildJudge.JudgeAsync(registry, await BuildRun.OfAsync(registry, @case, command?.Invoke(@case))))
        );
        return [.. verdicts];
    }
}
