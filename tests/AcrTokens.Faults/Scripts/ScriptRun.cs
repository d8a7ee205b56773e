using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Scripts;

/// <summary>A script that has ended.</summary>
/// <param name="Case">The case.</param>
/// <param name="HasStarted">Whether the script reached its first line.</param>
/// <param name="ExitCode">The exit code; null if the script hung and was killed.</param>
/// <param name="Output">All output.</param>
/// <param name="HitOn">The time of the signal; null if the script ended before it, or by itself.</param>
/// <param name="EndedOn">The time of the end.</param>
internal sealed record ScriptRun(ScriptCase Case, bool HasStarted, int? ExitCode, string Output, DateTimeOffset? HitOn, DateTimeOffset EndedOn)
{
    private const string Ready = "ready";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Victim = ["dotnet", "exec", StartedProgram.PathOf<ScriptCase>("AcrTokens.Faults.Build")];

    /// <param name="registry">The registry to mint in.</param>
    /// <param name="case">The case.</param>
    /// <param name="delay">The time from the script's being ready to the signal.</param>
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
