using System.Collections.Concurrent;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Requests;

/// <summary>Runs cases side by side: each has its own tokens, its own scope map and its own faults.</summary>
internal static class RequestMatrix
{
    // They wait most of their time.
    private const int AtOnce = 24;

    private static readonly TimeSpan[] Shifts = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(-10)];

    public static async Task<IReadOnlyList<Verdict>> RunAsync(ServedRegistry registry, IEnumerable<RequestCase> cases)
    {
        var verdicts = new ConcurrentBag<Verdict>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (@case, _) =>
            verdicts.Add(await RequestJudge.JudgeAsync(registry, await RequestRun.OfAsync(registry, @case))));
        return [.. verdicts];
    }

    /// <summary>With the registry's clock ten minutes ahead, and behind, and no other fault: nothing may come of it.</summary>
    public static async Task<IReadOnlyList<Verdict>> RunWithClockOffAsync(ServedRegistry registry)
    {
        var verdicts = new List<Verdict>();
        foreach (var shift in Shifts)
        {
            await registry.Control.ShiftClockAsync(shift);
            var @case = new RequestCase($"Clock {shift}", $"clock{verdicts.Count}", []);
            verdicts.Add(await RequestJudge.JudgeAsync(registry, await RequestRun.OfAsync(registry, @case)));
        }

        await registry.Control.ShiftClockAsync(TimeSpan.Zero);
        return verdicts;
    }
}
