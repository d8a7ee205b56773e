using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>A script that has ended.</summary>
/// <param name="Case">Which.</param>
/// <param name="HasStarted">Whether it said so itself, at its first line.</param>
/// <param name="ExitCode">Its exit code; null where it had to be killed because it would not end.</param>
/// <param name="Output">All that it wrote.</param>
/// <param name="HitOn">When it was signalled; null where it ended before that, or by itself.</param>
/// <param name="EndedOn">When it was over.</param>
internal sealed record ScriptRun(ScriptCase Case, bool HasStarted, int? ExitCode, string Output, DateTimeOffset? HitOn, DateTimeOffset EndedOn)
{
    private const string Ready = "ready";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Victim = ["dotnet", "exec", StartedProgram.PathOf<ScriptCase>("AcrTokens.Faults.Build")];

    /// <param name="registry">Where it mints.</param>
    /// <param name="case">What it is.</param>
    /// <param name="delay">How long after it is ready the signal comes.</param>
    public static async Task<ScriptRun> OfAsync(ServedRegistry registry, ScriptCase @case, TimeSpan delay = default)
    {
        foreach (var fault in @case.Faults)
            await registry.Control.ArmAsync(fault);
        if (@case.Signal is not null)
            await registry.Control.StopAtAsync(@case.Id, Ready);

        using var folder = new BuildFolder();
        using var script = new BuildProcess([.. Victim, .. @case.Arguments], folder.Path, folder.Variables(registry.Addresses, @case));
        DateTimeOffset? hitOn = @case.Signal is { } signal ? await HitAsync(registry, @case.Id, script, signal, delay) : null;
        var hasEnded = await Task.WhenAny(script.Ended, Task.Delay(Longest)) == script.Ended;
        var endedOn = DateTimeOffset.UtcNow;
        if (!hasEnded)
            await script.SignalAsync("KILL", toGroup: true);

        await script.Closed;
        var hasStarted = await registry.Control.HasReachedAsync(@case.Id, BuildCase.Started);
        return new ScriptRun(@case, hasStarted, hasEnded ? script.ExitCode : null, $"{script.Output}\n{script.Errors}", hitOn, endedOn);
    }

    private static async Task<DateTimeOffset?> HitAsync(ServedRegistry registry, string id, BuildProcess script, string signal, TimeSpan delay)
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
}
