using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// Waits for a long-running operation. Polls immediately, and then at the pace of <see cref="AcrPolling"/>: the end is noticed soon, a slow service
/// is polled less often, and concurrent builds share the remaining reads. Follows the newest link, since the service signs each one. Polls the
/// resource itself if there is no link, if it has vanished, or if it is forbidden, as it may be for a principal with permissions on the registry
/// only.
/// </summary>
internal sealed class ArmPolling(ArmPipeline pipeline, TimeProvider clock, TimeSpan timeout)
{
    private enum PollProgress
    {
        Running,
        Done,

        /// <summary>Unknown: the link is forbidden, has vanished, or is missing.</summary>
        Untold,
    }

    /// <summary>Waits after a PUT or PATCH. Returns the response that shows the resource, and whether that is the final one.</summary>
    public async Task<(ArmAnswer Answer, bool IsFinal)> FinishChangeAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken)
    {
        var progress = BeginWait(request);
        var showsResource = first.Status is 200 or 201 && !first.IsEmpty;
        if (first.AsyncOperation is null && showsResource)
        {
            if (StateOf(first, progress) == PollProgress.Done)
                return (first, true);
        }
        else
        {
            var (_, end) = await FollowAsync(first, progress, cancellationToken).ConfigureAwait(false);
            if (end == PollProgress.Done && showsResource)
                return (first, false);
        }

        // A resource that was only accepted may not exist yet.
        var mayCome = first.Status == 202 && request.Method == RequestMethod.Put;
        var (last, _) = await RepeatAsync(
                progress,
                a => mayCome && ArmErrors.IsMissing(a, progress.Attempt) ? PollProgress.Running : StateOf(a, progress),
                cancellationToken
            )
            .ConfigureAwait(false);
        return (last, true);
    }

    /// <summary>Waits after a DELETE.</summary>
    public async Task FinishDeleteAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken)
    {
        // Success has no body, so a network's empty 200 looks like it. Resource Manager's responses have an id.
        if (first.Status != 202 && first.RequestId is not null)
            return;

        var progress = BeginWait(request);
        var end = first.Status == 202 ? (await FollowAsync(first, progress, cancellationToken).ConfigureAwait(false)).Progress : PollProgress.Untold;
        if (end == PollProgress.Untold)
            await RepeatAsync(progress, a => AbsenceOf(a, progress), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits after a POST. Returns the response that holds the result.</summary>
    public Task<ArmAnswer> FinishActionAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken) =>
        first.Status == 202 ? AwaitResultAsync(first, request, cancellationToken) : Task.FromResult(first);

    private ArmRequest BeginWait(ArmRequest request) => request.ToProgress() with { Began = clock.GetTimestamp() };

    private async Task<ArmAnswer> AwaitResultAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken)
    {
        var progress = BeginWait(request);
        var (answer, end) = await FollowAsync(first, progress, cancellationToken).ConfigureAwait(false);
        if (end == PollProgress.Done && first.AsyncOperation is not null && first.Location is not null)
            (answer, end) = await FollowLocationAsync(first, progress, cancellationToken).ConfigureAwait(false);
        return end == PollProgress.Done
            ? answer
            : throw (answer == first ? ArmErrors.NoLink(progress.Attempt) : ArmErrors.Refused(answer, progress.Attempt));
    }

    // Resource Manager's order: the operation's status if there is a link to it, else the link to the result.
    private Task<(ArmAnswer Answer, PollProgress Progress)> FollowAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken) =>
        first.AsyncOperation is not null ? FollowAsync(first, request, a => a.AsyncOperation, a => StatusOf(a, request), cancellationToken)
        : first.Location is not null && first.Status == 202 ? FollowLocationAsync(first, request, cancellationToken)
        : Task.FromResult((first, PollProgress.Untold));

    private Task<(ArmAnswer Answer, PollProgress Progress)> FollowLocationAsync(
        ArmAnswer first,
        ArmRequest request,
        CancellationToken cancellationToken
    ) => FollowAsync(first, request, a => a.Location, a => LocationOf(a, request), cancellationToken);

    private Task<(ArmAnswer Answer, PollProgress Progress)> FollowAsync(
        ArmAnswer first,
        ArmRequest request,
        Func<ArmAnswer, string?> newest,
        Func<ArmAnswer, PollProgress> read,
        CancellationToken cancellationToken
    )
    {
        var link = newest(first)!;
        return PollAsync(() => pipeline.FollowAsync(link, request, cancellationToken), ReadOn, first.RetryAfter, request, cancellationToken);

        PollProgress ReadOn(ArmAnswer answer)
        {
            link = newest(answer) ?? link;
            return read(answer);
        }
    }

    private Task<(ArmAnswer Answer, PollProgress Progress)> RepeatAsync(
        ArmRequest request,
        Func<ArmAnswer, PollProgress> read,
        CancellationToken cancellationToken
    ) => PollAsync(() => pipeline.SendAsync(request, cancellationToken), read, null, request, cancellationToken);

    private async Task<(ArmAnswer Answer, PollProgress Progress)> PollAsync(
        Func<Task<ArmAnswer>> ask,
        Func<ArmAnswer, PollProgress> read,
        TimeSpan? retryAfter,
        ArmRequest request,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var answer = await ask().ConfigureAwait(false);
            var progress = read(answer);
            if (progress != PollProgress.Running)
                return (answer, progress);

            var elapsed = clock.GetElapsedTime(request.Began!.Value);
            var delay = AcrPolling.Delay(elapsed, answer.RetryAfter ?? retryAfter, answer.ReadsLeft);
            if (elapsed + delay > timeout)
                throw ArmErrors.TimedOut(request.Attempt, timeout);

            await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static PollProgress StatusOf(ArmAnswer answer, ArmRequest request)
    {
        if (answer.Status is 401 or 403 or 404 or 204)
            return PollProgress.Untold;
        if (answer.Status is not (200 or 201 or 202))
            throw ArmErrors.Refused(answer, request.Attempt);
        if (answer.IsEmpty)
            return answer.Status == 202 ? PollProgress.Running : PollProgress.Untold;

        var state = answer.Read(json => json.TextAt("status") ?? "", request);
        return ProgressOf(new AcrProvisioningState(state), answer, request);
    }

    private static PollProgress StateOf(ArmAnswer answer, ArmRequest request)
    {
        if (answer.Status is not (200 or 201 or 202))
            throw ArmErrors.Refused(answer, request.Attempt);

        var state = answer.Read(json => ArmModels.State(json)?.Value ?? AcrProvisioningState.Succeeded.Value, request);
        return ProgressOf(new AcrProvisioningState(state), answer, request);
    }

    private static PollProgress LocationOf(ArmAnswer answer, ArmRequest request) =>
        answer.Status switch
        {
            _ when answer.IsForeign => throw ArmErrors.Refused(answer, request.Attempt),
            202 => PollProgress.Running,
            200 or 201 or 204 => PollProgress.Done,
            401 or 403 or 404 => PollProgress.Untold,
            _ => throw ArmErrors.Refused(answer, request.Attempt),
        };

    private static PollProgress AbsenceOf(ArmAnswer answer, ArmRequest request) =>
        answer.Status switch
        {
            404 when ArmErrors.IsMissing(answer, request.Attempt) => PollProgress.Done,
            200 when answer.Oddity is null => PollProgress.Running,
            _ => throw ArmErrors.Refused(answer, request.Attempt),
        };

    private static PollProgress ProgressOf(AcrProvisioningState state, ArmAnswer answer, ArmRequest request) =>
        !state.IsTerminal ? PollProgress.Running
        : state == AcrProvisioningState.Succeeded ? PollProgress.Done
        : throw ArmErrors.Failed(answer, request.Attempt, state.ToString(), answer.Error);
}
