using System.Diagnostics.CodeAnalysis;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>
/// Runs processes that mint and revoke in four threads each, and sends SIGTERM to all of them in the middle of it. Sooner or later a mint
/// becomes a lease at that very moment.
/// </summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It only spreads the signals.")]
internal static class Rounds
{
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(0.5);

    public static async Task<IReadOnlyList<Verdict>> RunAsync(ServedRegistry registry, int rounds, int processes)
    {
        var verdicts = new List<Verdict>();
        for (var round = 1; round <= rounds; round++)
        {
            var now = await Task.WhenAll(Enumerable.Range(1, processes).Select(process => RunOneAsync(registry, round, process)));
            Console.WriteLine($"round {round}: {now.Sum(v => v.Enabled)} tokens left by {processes} processes");
            verdicts.AddRange(now);
        }

        return verdicts;
    }

    private static async Task<Verdict> RunOneAsync(ServedRegistry registry, int round, int process)
    {
        var @case = new ScriptCase("loop", 143) { Id = $"round-{round}-{process}", Signal = "TERM" };
        return await ScriptJudge.JudgeAsync(registry, await ScriptRun.OfAsync(registry, @case, Spread * Random.Shared.NextDouble()));
    }
}
