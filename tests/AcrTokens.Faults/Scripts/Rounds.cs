using System.Diagnostics.CodeAnalysis;
using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>Processes that mint and revoke in four threads each, and all get SIGTERM in the midst of it: at some time a mint becomes a lease just then.</summary>
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
        var @case = new ScriptCase("loop", 143) { Id = $"round-{round}-{process}" };
        await registry.Control.StopAtAsync(@case.Id, "ready");
        using var folder = new BuildFolder();
        using var script = ScriptRun.Start(registry, @case, folder);
        var hitOn = await ScriptRun.HitAsync(registry, @case.Id, script, "TERM", Spread * Random.Shared.NextDouble());
        var hasEnded = await ScriptRun.HasEndedAsync(script);
        var endedOn = DateTimeOffset.UtcNow;
        if (!hasEnded)
            await script.SignalAsync("KILL", toGroup: true);
        await script.Closed;

        var left = await registry.Control.TokensAsync(@case.Id);
        var verdict = new Verdict($"Round {round}, process {process}", $"{script.Output}\n{script.Errors}")
        {
            Enabled = left.Count(t => t.Enabled),
            Secrets = Secrets.CountIn($"{script.Output}\n{script.Errors}", await registry.Control.PasswordsAsync(@case.Id)),
            End = endedOn - hitOn,
        };
        verdict.Expect(hitOn is not null, "it ended before it was ready");
        verdict.Expect(hasEnded && script.ExitCode == @case.ExitCode, $"exit code {script.ExitCode}, not {@case.ExitCode}");
        verdict.Expect(verdict.Enabled == 0, $"it left {verdict.Enabled} tokens enabled");
        verdict.Expect(verdict.Secrets == 0, "it told a password");
        return verdict;
    }
}
