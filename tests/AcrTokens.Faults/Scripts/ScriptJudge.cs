using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>Checks a script against its case.</summary>
internal static class ScriptJudge
{
    public static async Task<Verdict> JudgeAsync(ServedRegistry registry, ScriptRun run)
    {
        var @case = run.Case;
        var left = await registry.Control.TokensAsync(@case.Id);
        var verdict = new Verdict($"{@case}", run.Output)
        {
            Enabled = left.Count(t => t.Enabled),
            Secrets = Secrets.CountIn(run.Output, await registry.Control.PasswordsAsync(@case.Id)),
            End = run.EndedOn - run.HitOn,
        };
        verdict.Expect(run.HasStarted, "it never started");
        verdict.Expect(run.ExitCode == @case.ExitCode, $"exit code {run.ExitCode}, not {@case.ExitCode}");
        verdict.Expect(@case.Signal is null || run.HitOn is not null, "it ended before the signal");
        verdict.Expect(@case.LeavesToken ? left.Length == 1 : left.Length == 0, $"it left {left.Length} tokens");
        verdict.Expect(verdict.Secrets == 0, "it told the password");
        foreach (var sentence in @case.Says)
            verdict.Expect(run.Output.Contains(sentence, StringComparison.Ordinal), $"it did not say '{sentence}'");
        foreach (var token in left.Where(t => t.Enabled && !@case.IsMute))
            verdict.Expect(verdict.Names(token), $"it left {token.Name} enabled and did not say so, with its expiry, {token.ExpiresOn:u}");
        if (@case.Longest is { } longest)
        {
            var began = (await registry.Control.RequestsAsync(@case.Id)).Where(r => Operations.Revoking.Contains(r.Operation)).Min(r => r.Began);
            verdict.Expect(run.EndedOn - began < longest, $"it took {run.EndedOn - began} to end");
        }

        return verdict;
    }
}
