namespace AcrTokens.Emulator.State;

/// <summary>The options' clock, moved forward or back.</summary>
internal sealed class MovableClock(TimeProvider inner) : TimeProvider
{
    // A date counted from here, such as the end of a lifetime, must still be valid.
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(9998, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private long shift;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <summary>How far this clock is ahead of the options' clock.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref shift));

    /// <exception cref="ArgumentException">The clock would show an unusable date. It is not moved.</exception>
    public void Move(TimeSpan by)
    {
        lock (gate)
        {
            var now = GetUtcNow();
            if (by < Earliest - now || by > Latest - now)
            {
                throw new ArgumentException(
                    $"The clock shows {now:O} and cannot be moved by {by}: it stays between {Earliest:yyyy} and {Latest:yyyy}."
                );
            }

            Interlocked.Add(ref shift, by.Ticks);
        }
    }

    /// <inheritdoc cref="Move"/>
    public void MoveTo(DateTimeOffset date)
    {
        lock (gate)
        {
            Move(date - GetUtcNow());
        }
    }

    /// <inheritdoc cref="Move"/>
    public void Set(TimeSpan ahead)
    {
        lock (gate)
        {
            // The difference to a value far beyond either limit would overflow.
            Move(ahead >= Latest - Earliest || ahead <= Earliest - Latest ? ahead : ahead - Ahead);
        }
    }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Ahead;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
