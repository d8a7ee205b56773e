using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Builds;

/// <summary>Checks a build against its case.</summary>
internal static class BuildJudge
{
    public static async Task<Verdict> JudgeAsync(ServedRegistry registry, BuildRun run)
    {
        var @case = run.Case;
        var left = (await registry.Control.TokensAsync(@case.Id)).Where(token => !@case.IsOnExisting || token.IsOpen).ToArray();
        var after = (await registry.Control.RequestsAsync(@case.Id)).Where(r => r.Ended is null || r.Ended > run.HitOn).ToList();
        var isSignal = @case.Ending.Signal() is not null and not "KILL";
        var verdict = new Verdict($"{@case}", run.Output)
        {
            IsHelpless = @case.Ending.LeavesTokens(),
            Enabled = left.Count(t => t.Enabled),
            Secrets = Secrets.CountIn(run.Output, await registry.Control.PasswordsAsync(@case.Id)),
            FirstRequest = isSignal ? after.Where(r => r.Began > run.HitOn).Select(r => r.Began - run.HitOn).Min() : null,
            LastDelete = isSignal ? after.Where(r => r.Operation == Operation.TokenDelete).Select(r => r.Ended - run.HitOn).Max() : null,
            End = isSignal ? run.EndedOn - run.HitOn : null,
        };

        verdict.Expect(run.HasStarted, "it never started");
        verdict.Expect(run.ExitCode is not null, "it did not end");
        verdict.Expect(verdict.Secrets == 0, "it told the password");
        verdict.Expect(
            run.HitOn is null || !@case.Stage.IsAhead() || left.All(t => !t.HasUsablePassword),
            "it left a password though its token was only prepared"
        );
        if (run.HitOn is not null || @case.Faults.Count == 0)
            verdict.Expect(
                (@case.MayReturn && run.ExitCode == 0) || (@case.ExitCode is { } expected ? run.ExitCode == expected : run.ExitCode != 0),
                $"exit code {run.ExitCode}, not {@case.ExitCode}"
            );
        if (@case.Faults.Count == 0)
        {
            verdict.Expect(run.HitOn is not null || !@case.IsHit, "it ended before the stage");
            verdict.Expect(left.Length == 0 || @case.IsRefused || @case.Ending.LeavesTokens(), "it left its token");
        }

        // The signal handler, the build's own target and the build's end all try the same token: the library must report the error only once.
        var lines = run.Output.Split('\n');
        foreach (var token in left)
            verdict.Expect(
                lines.Count(l =>
                    l.StartsWith($"Token '{token.Name}' ", StringComparison.Ordinal) && l.Contains("good until", StringComparison.Ordinal)
                ) <= 1,
                $"it said twice that {token.Name} is left"
            );
        verdict.Expect(
            !isSignal || @case.UsesBody || !run.Output.Contains("in a target of its own", StringComparison.Ordinal),
            "it advised the target that it has"
        );

        if (!@case.Ending.LeavesTokens())
        {
            foreach (var token in left.Where(t => t.Enabled))
                verdict.Expect(verdict.Names(token), $"it left {token.Name} enabled and did not say so, with its expiry, {token.ExpiresOn:u}");
            verdict.Expect(run.Configurations.Count == 0, "it left a docker configuration");
        }

        return verdict;
    }
}
