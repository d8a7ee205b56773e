namespace AcrTokens.Emulator.Browser.Tests.Support;

/// <summary>A clock that moves only when a test moves it. Its timers are the system's.</summary>
internal sealed class SetClock : TimeProvider
{
    private static readonly double[] Milliseconds = [0.4, 1.3, 0.6, 2.2, 1.9, 3.5, 0.8];

    private long readings;
    private long measured;
    private DateTimeOffset now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Each reading is a little later, so that a request takes some time.</summary>
    public override long GetTimestamp() =>
        now.Ticks
        + Interlocked.Add(ref measured, TimeSpan.FromMilliseconds(Milliseconds[Interlocked.Increment(ref readings) % Milliseconds.Length]).Ticks);

    public void Advance(TimeSpan by) => now += by;
}
