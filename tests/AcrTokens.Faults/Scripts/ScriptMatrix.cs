using System.Collections.Concurrent;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>Runs scripts as processes, a few at a time: most of them wait.</summary>
internal static class ScriptMatrix
{
    private const int AtOnce = 3;

    public static async Task<IReadOnlyList<Verdict>> RunAsync(ServedRegistry registry, IEnumerable<ScriptCase> cases)
    {
        var verdicts = new ConcurrentBag<Verdict>();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (@case, _) => verdicts.Add(await ScriptJudge.JudgeAsync(registry, await ScriptRun.OfAsync(registry, @case)))
        );
        return [.. verdicts];
    }
}
