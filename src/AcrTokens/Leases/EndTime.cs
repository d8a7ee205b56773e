namespace AcrTokens;

/// <summary>
/// The time limit for ending a token: its own, or less if the process ends, also if that begins meanwhile. After a signal that the process survives,
/// the full limit applies again.
/// </summary>
internal sealed class EndTime : IDisposable
{
    private readonly CancellationTokenSource cancellation;
    private readonly ProcessEnd end;
    private readonly double share;
    private readonly ITimer own;
    private readonly Lock gate = new();
    private ITimer? rest;

    /// <param name="time">The time limit.</param>
    /// <param name="clock">The client's clock.</param>
    /// <param name="end">The process's end.</param>
    /// <param name="cancellationToken">Cancels it too.</param>
    /// <param name="share">The share of either limit that it may use.</param>
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
            // it ended just now
        }
    }
}
