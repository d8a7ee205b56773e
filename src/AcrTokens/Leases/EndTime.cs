namespace AcrTokens;

/// <summary>
/// The time that ending a token may take: its own, and no more than what the process's end leaves of it, also where that begins only meanwhile.
/// A signal that is survived takes nothing away.
/// </summary>
internal sealed class EndTime : IDisposable
{
    private readonly CancellationTokenSource cancellation;
    private readonly ProcessEnd end;
    private readonly double share;
    private readonly ITimer own;
    private readonly Lock gate = new();
    private ITimer? rest;

    /// <param name="time">Its own time, by that clock.</param>
    /// <param name="clock">The client's.</param>
    /// <param name="end">The process's end.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    /// <param name="share">How much of either it may take.</param>
    public EndTime(TimeSpan time, TimeProvider clock, ProcessEnd end, CancellationToken cancellationToken, double share = 1)
    {
        this.end = end;
        this.share = share;
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        own = clock.CreateTimer(_ => Cancel(), null, time * share, Timeout.InfiniteTimeSpan);
        end.Begun += Limit;
        Limit();
    }

    public CancellationToken Token => cancellation.Token;

    public void Dispose()
    {
        end.Begun -= Limit;
        own.Dispose();
        lock (gate)
        {
            rest?.Dispose();
        }

        cancellation.Dispose();
    }

    private void Limit()
    {
        if (end.Left is not { } left)
            return;

        lock (gate)
        {
            rest?.Dispose();
            rest = end.Clock.CreateTimer(_ => CancelUnlessSurvived(), null, left * share, Timeout.InfiniteTimeSpan);
        }
    }

    private void CancelUnlessSurvived()
    {
        if (end.IsUnderWay)
            Cancel();
    }

    private void Cancel()
    {
        try
        {
            cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it was over just now
        }
    }
}
