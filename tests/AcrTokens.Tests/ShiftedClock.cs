namespace AcrTokens.Tests;

/// <summary>A machine's clock with a wrong time. It runs at the correct speed, with the timers and timestamps of the right clock.</summary>
internal sealed class ShiftedClock(TimeProvider right) : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Ahead;

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        right.CreateTimer(callback, state, dueTime, period);
}
