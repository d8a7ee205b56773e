using System.Collections.Concurrent;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Requests;

/// <summary>Runs cases side by side: each has its own tokens, its own scope map and its own faults.</summary>
internal static class RequestMatrix
{
    private const int AtOnce = 24;

    // Those that meet a silent service mostly wait for it. More of them would make a busy machine late, which they would take for silence.
    private const int SilentAtOnce = 48;

    private static readonly TimeSpan[] Shifts = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(-10)];

    public static async Task<IReadOnlyList<Verdict>> RunAsync(ServedRegistry registry, IEnumerable<RequestCase> cases)
    {
        var verdicts = new ConcurrentBag<Verdict>();
        var bySilence = cases.ToLookup(c => c.MeetsSilence);
        await Task.WhenAll(RunAsync(bySilence[true], SilentAtOnce), RunAsync(bySilence[false], AtOnce));
        return [.. verdicts];

        Task RunAsync(IEnumerable<RequestCase> some, int atOnce) =>
            Parallel.ForEachAsync(
                some,
                new ParallelOptions { MaxDegreeOfParallelism = atOnce },
                async (@case, _) => verdicts.Add(await RequestJudge.JudgeAsync(registry, await RequestRun.OfAsync(registry, @case)))
            );
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
