using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Builds;

/// <summary>A build that has ended.</summary>
/// <param name="Case">Which.</param>
/// <param name="HasStarted">Whether it said so itself, at its first line.</param>
/// <param name="ExitCode">Its exit code; null where it had to be killed because it would not end.</param>
/// <param name="Output">All that it wrote.</param>
/// <param name="HitOn">When it was hit; null when it ended before that, or was not to be hit.</param>
/// <param name="EndedOn">When it was over.</param>
/// <param name="Configurations">Docker configurations that it left.</param>
internal sealed record BuildRun(
    BuildCase Case,
    bool HasStarted,
    int? ExitCode,
    string Output,
    DateTimeOffset? HitOn,
    DateTimeOffset EndedOn,
    IReadOnlyList<string> Configurations
)
{
    // Far more than any takes: a build that waits for ever must not hold up the rest.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Victim = ["dotnet", "exec", StartedProgram.PathOf<BuildRun>("AcrTokens.Faults.Build")];

    /// <param name="registry">Where it mints.</param>
    /// <param name="case">What happens to it.</param>
    /// <param name="command">What is started. Default: the build.</param>
    public static async Task<BuildRun> OfAsync(ServedRegistry registry, BuildCase @case, string[]? command = null)
    {
        foreach (var fault in @case.StageFaults.Concat(@case.Faults))
            await registry.Control.ArmAsync(fault);
        if (@case.Stage.Stop() is { } stop && @case.Ending != Ending.None)
            await registry.Control.StopAtAsync(@case.Id, stop);
        if (@case.Stage == BuildStage.Prepared)
            await registry.Control.AwaitAnswerAsync(@case.Id, Operation.TokenPutPoll);
        if (@case.TellsHit)
            await registry.Control.StopAtAsync(@case.Id, BuildCase.Signalled);
        if (@case.Ending is Ending.Exit or Ending.Crash)
            await registry.Control.StopAtAsync(@case.Id, "exit");

        using var folder = new BuildFolder();
        using var build = new BuildProcess(command ?? Victim, folder.Path, folder.Variables(registry.Addresses, @case));
        using var deadline = new CancellationTokenSource(Longest);
        var hitOn = await IsReachedAsync(registry.Control, @case, build)
            ? await new BuildHit(registry.Control, @case, build).LandAsync()
            : (DateTimeOffset?)null;
        var hasEnded = await HasEndedAsync(build, deadline.Token);
        var endedOn = DateTimeOffset.UtcNow;
        if (!hasEnded)
            await build.SignalAsync("KILL", toGroup: true);

        await build.Closed;
        var hasStarted = await registry.Control.HasReachedAsync(@case.Id, BuildCase.Started);
        return new BuildRun(
            @case,
            hasStarted,
            hasEnded ? build.ExitCode : null,
            $"{build.Output}\n{build.Errors}",
            hitOn,
            endedOn,
            folder.Configurations
        );
    }

    private static async Task<bool> HasEndedAsync(BuildProcess build, CancellationToken deadline)
    {
        try
        {
            await build.Ended.WaitAsync(deadline);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Whichever comes first: the stage, or the build's end before it.
    private static async Task<bool> IsReachedAsync(ControlClient control, BuildCase @case, BuildProcess build)
    {
        using var give = new CancellationTokenSource();
        var reached = (@case.Stage, @case.Ending) switch
        {
            (_, Ending.None) or (BuildStage.DuringMint or BuildStage.DuringRevoke, Ending.TargetFailure) => build.Ended,
            (BuildStage.DuringMint or BuildStage.DuringRevoke, _) => control.HeldAsync(@case.Id, @case.Request, give.Token),
            _ => Task.WhenAll(control.ReachedAsync(@case.Id, @case.Stage.Stop()!, give.Token), BesideAsync()),
        };
        var isReached = await Task.WhenAny(reached, build.Ended) == reached && reached != build.Ended;
        if (isReached)
            await reached;
        else
            await give.CancelAsync();
        return isReached;

        // What goes on in the background meanwhile. Where there are faults, it may never come so far.
        Task BesideAsync() =>
            @case switch
            {
                { Faults.Count: > 0 } => Task.CompletedTask,
                { Stage: BuildStage.Preparing } or { IsRevokedBeside: true } => control.HeldAsync(@case.Id, @case.Request, give.Token),
                { Stage: BuildStage.Prepared } => control.AnsweredAsync(@case.Id, Operation.TokenPutPoll, give.Token),
                _ => Task.CompletedTask,
            };
    }
}
