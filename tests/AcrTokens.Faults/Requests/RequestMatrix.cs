using System.Collections.Concurrent;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Requests;

/// <summary>Runs cases in parallel: each has its own tokens, scope map and faults.</summary>
internal static class RequestMatrix
{
    private const int AtOnce = 24;

    private static readonly TimeSpan[] Shifts = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(-10)];

    public static async Task<IReadOnlyList<Verdict>> RunAsync(ServedRegistry registry, IEnumerable<RequestCase> cases)
    {
        var verdicts = new ConcurrentBag<Verdict>();
        var bySilence = cases.ToLookup(c => c.MeetsSilence);
        // Cases that wait for a silent service do nothing else, and all run concurrently, beside the others.
        await Task.WhenAll(RunAsync(bySilence[true], int.MaxValue), RunAsync(bySilence[false], AtOnce));
        return [.. verdicts];

        Task RunAsync(IEnumerable<RequestCase> some, int atOnce) =>
            Parallel.ForEachAsync(
                some,
                new ParallelOptions { MaxDegreeOfParallelism = atOnce },
                async (@case, _) => verdicts.Add(await RequestJudge.JudgeAsync(registry, await RequestRun.OfAsync(registry, @case)))
            );
    }

    /// <summary>Runs with the registry's clock ten minutes ahead and behind, without other faults. This must have no effect.</summary>
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
