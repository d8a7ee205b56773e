using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Builds;

/// <summary>A build that has ended.</summary>
/// <param name="Case">The case.</param>
/// <param name="HasStarted">Whether the build reached its first line.</param>
/// <param name="ExitCode">The exit code; null if the build hung and was killed.</param>
/// <param name="Output">All output.</param>
/// <param name="HitOn">The time of the hit; null if the build ended before, or was not meant to be hit.</param>
/// <param name="EndedOn">The time of the end.</param>
/// <param name="Configurations">The private docker configurations that the build left behind.</param>
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
    // Far longer than any build takes: a build that hangs must not block the rest.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Victim = ["dotnet", "exec", StartedProgram.PathOf<BuildRun>("AcrTokens.Faults.Build")];

    /// <summary>The same build on Fallout, as a command for <see cref="OfAsync"/>.</summary>
    public static string[] OnFallout { get; } = ["dotnet", "exec", StartedProgram.PathOf<BuildRun>("Fallout.Faults.Build")];

    /// <param name="registry">The registry to mint in.</param>
    /// <param name="case">The case.</param>
    /// <param name="command">The command to start. Default: the build.</param>
    public static async Task<BuildRun> OfAsync(ServedRegistry registry, BuildCase @case, string[]? command = null)
    {
        var existing = @case.IsOnExisting ? await registry.Clients.CreateExistingAsync(@case.Id, registry.Addresses.RegistryId) : null;
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
        using var build = new BuildProcess(command ?? Victim, folder.Path, folder.Variables(registry.Addresses, @case, existing));
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

    // Waits for the stage, or for the build's end if it comes first.
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
