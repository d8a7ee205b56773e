using AcrTokens.Faults.Clients;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Faults.Requests;

/// <summary>Checks a run against its case.</summary>
internal static class RequestJudge
{
    public static async Task<Verdict> JudgeAsync(ServedRegistry registry, RequestRun run)
    {
        var @case = run.Case;
        var requests = await registry.Control.RequestsAsync(@case.Id);
        var left = (await registry.Control.TokensAsync(@case.Id)).Where(token => !@case.IsOnExisting || token.IsOpen).ToArray();
        var verdict = new Verdict(@case.Name, run.Said)
        {
            IsMisled = @case.Lies,
            Enabled = left.Count(t => t.Enabled),
            Secrets = Secrets.CountIn(run.Said, await registry.Control.PasswordsAsync(@case.Id)),
        };

        foreach (var other in run.Wrong)
            verdict.Expect(false, other);
        verdict.Expect(@case.Faults.Count == 0 || requests.Any(r => r.IsFaulty), "the fault never came about");
        verdict.Expect(verdict.Secrets == 0, "it told the password");
        if (@case.IsNeverMinted)
        {
            verdict.Expect(requests.All(r => r.Operation != Operation.GenerateCredentials), "it asked for a password");
            verdict.Expect(left.Length == 0 || !@case.IsRiddenOut, "it left the token");
        }
        else if (@case.IsRiddenOut)
        {
            verdict.Expect(run is { IsMinted: true, IsClean: true }, "it did not ride the fault out");
            verdict.Expect(run.LoggedIn == true, "the token could not log in");
            verdict.Expect(left.Length == 0, "it left the token");
        }

        if (@case.IsRefusedByTheMint)
        {
            verdict.Expect(!run.IsMinted, "it took what it had not asked for");
            verdict.Expect(left.Length == 0 || @case.RefusesEveryEnd, "it left the token");
        }

        if (@case.IsRefusedByTheRenewal)
            verdict.Expect(!run.IsClean, "it took a password that it had not asked for");
        if (run.IsMinted && !@case.Hits(Operation.RegistryGet, Operation.Login))
            verdict.Expect(run.LoggedIn == true, "the lease's token could not log in");
        // Nobody can log in without a password: a token that never had one need not be disabled.
        if (!@case.RefusesEveryEnd && !@case.IsNeverMinted)
            verdict.Expect(verdict.Enabled == 0, "it left the token enabled, though one way to end it was open");
        foreach (var token in left.Where(_ => !@case.Lies))
            verdict.Expect(
                verdict.Names(token),
                token.Enabled ? "it did not say that the token is left enabled, and until when" : "it did not say that the token is left"
            );
        verdict.Expect(
            run.IsMinted || run.Said.Split('\n').Count(l => l.StartsWith($"{LogLevel.Error}: ", StringComparison.Ordinal)) <= 1,
            "it logged twice that the preparation failed"
        );
        return verdict;
    }
}
