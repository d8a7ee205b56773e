using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>Runs a script and holds it to what its case allows.</summary>
internal static class ScriptRun
{
    private const string Ready = "ready";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // From the signal, or from the start of one that ends by itself: far more than the guard's 7 seconds and a busy machine's start, and less than twice that.
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(12);

    private static readonly string[] Victim = ["dotnet", "exec", StartedProgram.PathOf<ScriptCase>("AcrTokens.Faults.Build")];

    public static async Task<Verdict> OfAsync(ServedRegistry registry, ScriptCase @case)
    {
        foreach (var fault in @case.Faults)
            await registry.Control.ArmAsync(fault);
        if (@case.Signal is not null)
            await registry.Control.StopAtAsync(@case.Id, Ready);

        using var folder = new BuildFolder();
        using var script = Start(registry, @case, folder);
        DateTimeOffset? hitOn = @case.Signal is { } signal ? await HitAsync(registry, @case.Id, script, signal) : null;
        var hasEnded = await HasEndedAsync(script);
        var endedOn = DateTimeOffset.UtcNow;
        if (!hasEnded)
            await script.SignalAsync("KILL", toGroup: true);
        await script.Closed;

        var left = await registry.Control.TokensAsync(@case.Id);
        var said = $"{script.Output}\n{script.Errors}";
        var lastRevoking = (await registry.Control.RequestsAsync(@case.Id)).Where(r => Operations.Revoking.Contains(r.Operation)).Select(r => (DateTimeOffset?)r.Began).Min();
        var verdict = new Verdict($"{@case}", said)
        {
            Enabled = left.Count(t => t.Enabled),
            Secrets = Secrets.CountIn(said, await registry.Control.PasswordsAsync(@case.Id)),
            End = hitOn is null ? null : endedOn - hitOn,
        };
        verdict.Expect(await registry.Control.HasReachedAsync(@case.Id, BuildCase.Started), "it never started");
        verdict.Expect(hasEnded, "it did not end");
        verdict.Expect(script.ExitCode == @case.ExitCode, $"exit code {script.ExitCode}, not {@case.ExitCode}");
        verdict.Expect(endedOn - (hitOn ?? lastRevoking ?? endedOn) < TooLong, $"it took {endedOn - (hitOn ?? lastRevoking)} to end");
        verdict.Expect(@case.LeavesToken || left.Length == 0, "it left its token");
        verdict.Expect(!@case.LeavesToken || left.Length == 1, "it left no token, which the case wants");
        foreach (var sentence in @case.Says)
            verdict.Expect(said.Contains(sentence, StringComparison.Ordinal), $"it did not say '{sentence}'");
        foreach (var token in left.Where(t => t.Enabled && !@case.IsMute))
            verdict.Expect(verdict.Names(token), $"it left {token.Name} enabled and did not say so, with its expiry, {token.ExpiresOn:u}");
        verdict.Expect(verdict.Secrets == 0, "it told the password");
        return verdict;
    }

    /// <summary>Waits until it is ready, and signals.</summary>
    /// <returns>When; null when it ended before.</returns>
    public static async Task<DateTimeOffset?> HitAsync(ServedRegistry registry, string id, BuildProcess script, string signal, TimeSpan delay = default)
    {
        using var give = new CancellationTokenSource();
        var ready = registry.Control.ReachedAsync(id, Ready, give.Token);
        if (await Task.WhenAny(ready, script.Ended) != ready)
        {
            await give.CancelAsync();
            return null;
        }

        await registry.Control.TellAsync(id, Ready, "go");
        await Task.Delay(delay, CancellationToken.None);
        var now = DateTimeOffset.UtcNow;
        await script.SignalAsync(signal);
        return now;
    }

    public static BuildProcess Start(ServedRegistry registry, ScriptCase @case, BuildFolder folder) =>
        new([.. Victim, .. @case.Arguments], folder.Path, folder.Variables(registry.Addresses, @case));

    public static async Task<bool> HasEndedAsync(BuildProcess script)
    {
        using var deadline = new CancellationTokenSource(Longest);
        try
        {
            await script.Ended.WaitAsync(deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
