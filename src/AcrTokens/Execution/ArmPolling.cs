namespace AcrTokens;

/// <summary>
/// Waits for the service to finish what it began: asks at once, then every 0.25 seconds, and from 4 seconds on after a sixteenth
/// of the time that it has taken so far, so that the end is noticed soon and a slow service is not asked all the time.
/// Never slower than every 10 seconds or the service's own <c>Retry-After</c>, unless few reads are left: then up to ten times slower, so that
/// builds at once share them rather than have them refused. The newest link is followed, since the service signs each anew.
/// Where the link is forbidden, as it may be for a principal with rights on the registry alone, the resource itself is asked.
/// </summary>
internal sealed class ArmPolling(ArmPipeline pipeline, TimeProvider clock, TimeSpan timeout)
{
    private const int Share = 16;

    // Of the 250 reads that a principal's budget holds.
    private const int Plenty = 100;

    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    private enum Progress
    {
        Running,
        Done,
        Forbidden,
    }

    /// <summary>After a PUT or PATCH. Returns the answer that shows the resource, and whether that answer is the final one.</summary>
    public async Task<(ArmAnswer Answer, bool IsFinal)> FinishChangeAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken)
    {
        var progress = BeginWait(request);
        if (first.AsyncOperation is { } link)
        {
            var (_, end) = await FollowAsync(link, first.RetryAfter, progress, a => a.AsyncOperation, a => StatusOf(a, progress), cancellationToken).ConfigureAwait(false);
            if (end == Progress.Done)
                return (first, false);
        }
        else if (StateOf(first, progress) == Progress.Done)
        {
            return (first, true);
        }

        var (last, _) = await RepeatAsync(progress, a => StateOf(a, progress), cancellationToken).ConfigureAwait(false);
        return (last, true);
    }

    /// <summary>After a DELETE.</summary>
    public async Task FinishDeleteAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken)
    {
        if (first.Status != 202)
            return;

        var progress = BeginWait(request);
        var (_, end) = await FollowLocationAsync(first, progress, cancellationToken).ConfigureAwait(false);
        if (end == Progress.Forbidden)
            await RepeatAsync(progress, a => AbsenceOf(a, progress), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>After a POST. Returns the answer that holds the result.</summary>
    public Task<ArmAnswer> FinishActionAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken) =>
        first.Status == 202 ? AwaitResultAsync(first, request, cancellationToken) : Task.FromResult(first);

    private ArmRequest BeginWait(ArmRequest request) => request.ToProgress() with { Began = clock.GetTimestamp() };

    private async Task<ArmAnswer> AwaitResultAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken)
    {
        var progress = BeginWait(request);
        var (answer, end) = await FollowLocationAsync(first, progress, cancellationToken).ConfigureAwait(false);
        return end == Progress.Done ? answer : throw ArmErrors.Refused(answer, progress);
    }

    private Task<(ArmAnswer Answer, Progress Progress)> FollowLocationAsync(ArmAnswer first, ArmRequest request, CancellationToken cancellationToken) =>
        FollowAsync(first.Location ?? first.AsyncOperation ?? "", first.RetryAfter, request, a => a.Location, a => LocationOf(a, request), cancellationToken);

    private Task<(ArmAnswer Answer, Progress Progress)> FollowAsync(
        string link, TimeSpan? retryAfter, ArmRequest request, Func<ArmAnswer, string?> newest, Func<ArmAnswer, Progress> read, CancellationToken cancellationToken)
    {
        return PollAsync(() => pipeline.FollowAsync(link, request, cancellationToken), ReadOn, retryAfter, request, cancellationToken);

        Progress ReadOn(ArmAnswer answer)
        {
            link = newest(answer) ?? link;
            return read(answer);
        }
    }

    private Task<(ArmAnswer Answer, Progress Progress)> RepeatAsync(ArmRequest request, Func<ArmAnswer, Progress> read, CancellationToken cancellationToken) =>
        PollAsync(() => pipeline.SendAsync(request, cancellationToken), read, null, request, cancellationToken);

    private async Task<(ArmAnswer Answer, Progress Progress)> PollAsync(
        Func<Task<ArmAnswer>> ask, Func<ArmAnswer, Progress> read, TimeSpan? retryAfter, ArmRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await ask().ConfigureAwait(false);
            var progress = read(answer);
            if (progress != Progress.Running)
                return (answer, progress);

            var elapsed = clock.GetElapsedTime(request.Began!.Value);
            var delay = elapsed / Share < ShortestDelay ? ShortestDelay : elapsed / Share;
            delay = Min(Min(delay, answer.RetryAfter ?? retryAfter ?? delay) * Scarcity(answer.ReadsLeft), LongestDelay);
            if (elapsed + delay > timeout)
                throw ArmErrors.TimedOut(request, timeout);

            await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static double Scarcity(int? readsLeft) => readsLeft < Plenty ? Math.Sqrt(Plenty / (readsLeft.Value + 1.0)) : 1;

    private static Progress StatusOf(ArmAnswer answer, ArmRequest request)
    {
        if (answer.Status is 401 or 403)
            return Progress.Forbidden;
        if (answer.Status is not (200 or 201 or 202))
            throw ArmErrors.Refused(answer, request);

        var state = answer.Read(json => json.TextAt("status") ?? "", request);
        return ProgressOf(new AcrProvisioningState(state), answer, request);
    }

    private static Progress StateOf(ArmAnswer answer, ArmRequest request)
    {
        if (answer.Status is not (200 or 201 or 202))
            throw ArmErrors.Refused(answer, request);

        var state = answer.Read(json => ArmModels.State(json)?.Value ?? AcrProvisioningState.Succeeded.Value, request);
        return ProgressOf(new AcrProvisioningState(state), answer, request);
    }

    private static Progress LocationOf(ArmAnswer answer, ArmRequest request) => answer.Status switch
    {
        202 => Progress.Running,
        200 or 201 or 204 => Progress.Done,
        401 or 403 => Progress.Forbidden,
        _ => throw ArmErrors.Refused(answer, request),
    };

    private static Progress AbsenceOf(ArmAnswer answer, ArmRequest request) => answer.Status switch
    {
        404 when ArmErrors.IsMissing(answer, request) => Progress.Done,
        200 => Progress.Running,
        _ => throw ArmErrors.Refused(answer, request),
    };

    private static Progress ProgressOf(AcrProvisioningState state, ArmAnswer answer, ArmRequest request) =>
        !state.IsTerminal ? Progress.Running
        : state == AcrProvisioningState.Succeeded ? Progress.Done
        : throw ArmErrors.Failed(answer, request, state.ToString(), answer.Error);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
