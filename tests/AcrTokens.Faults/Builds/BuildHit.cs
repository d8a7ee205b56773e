using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Builds;

/// <summary>What happens to a build at the stage where it was stopped.</summary>
internal sealed class BuildHit(ControlClient control, BuildCase @case, BuildProcess build)
{
    /// <returns>When it happened.</returns>
    public async Task<DateTimeOffset> LandAsync()
    {
        var now = DateTimeOffset.UtcNow;
        switch (@case.Ending)
        {
            case Ending.TargetFailure or Ending.BodyFailure:
                await control.TellAsync(@case.Id, @case.Stage.Stop()!, "fail");
                break;
            case Ending.Exit or Ending.Crash:
                await control.TellAsync(@case.Id, "exit", @case.Ending == Ending.Exit ? "exit" : "crash");
                break;
            case Ending.InterruptTwice:
                await build.SignalAsync("INT");
                await AwaitRevocationAsync();
                await build.SignalAsync("INT");
                break;
            default:
                await build.SignalAsync(@case.Ending.Signal()!, toGroup: @case.Ending == Ending.InterruptGroup);
                break;
        }

        if (@case.TellsHit)
            await AwaitAsync(give => control.ReachedAsync(@case.Id, BuildCase.Signalled, give));

        // What the service holds up is let go. Not for a dead client, whose request must not come through after all,
        // nor for a mint, which is to be given up and not to succeed.
        if (@case.Ending != Ending.Kill && (!@case.IsBeingMade || @case.Ending == Ending.InterruptTwice))
        {
            foreach (var held in @case.StageFaults.Where(f => f.Kind is FaultKind.HeldBefore or FaultKind.HeldAfter))
                await control.ReleaseAsync(held);
        }

        return now;
    }

    // The second signal comes while the first one's revocation is under way, which is held up for that.
    private async Task AwaitRevocationAsync()
    {
        if (@case.Stage is BuildStage.BeforeMint or BuildStage.AfterRevoke)
            return;

        await AwaitAsync(give =>
            control.HeldAsync(@case.Id, @case.IsBeingMade || @case.Stage == BuildStage.Prepared ? Operation.TokenDelete : Operation.TokenPatch, give)
        );
    }

    private async Task AwaitAsync(Func<CancellationToken, Task> ask)
    {
        using var give = new CancellationTokenSource();
        var answer = ask(give.Token);
        if (await Task.WhenAny(answer, build.Ended) != answer)
            await give.CancelAsync();
    }
}
