/// <summary>
/// A clock that skips waits: setting a timer of up to ten seconds, by default, moves the time to its due time.
/// Nothing else moves the clock, so that a slow machine is never late.
/// Longer timers, which guard against hanging, fire only when the time gets there.
/// </summary>
internal sealed class SkippingClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> pending = [];
    private DateTimeOffset now = start ?? new(2026, 11, 21, 6, 0, 0, 500, TimeSpan.Zero);

    /// <summary>The longest timer that counts as a wait. Default: 10 seconds.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The skipped waits.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan time)
    {
        List<Timer> due;
        lock (gate)
        {
            now += time;
            due = pending.FindAll(t => t.DueOn <= now);
            pending.RemoveAll(due.Contains);
        }

        due.ForEach(t => t.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Schedule(Timer timer, TimeSpan dueTime)
    {
        lock (gate)
        {
            pending.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;

            timer.DueOn = now + dueTime;
            pending.Add(timer);
            if (dueTime > LongestWait)
                return;

            Waits.Add(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
    }

    private void Forget(Timer timer)
    {
        lock (gate)
        {
            pending.Remove(timer);
        }
    }

    private sealed class Timer(SkippingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueOn { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
