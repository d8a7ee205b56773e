namespace AcrTokens.Emulator.Browser.Tests.Support;

/// <summary>A clock that moves only when a test moves it. Its timers are the system's.</summary>
internal sealed class SetClock : TimeProvider
{
    private readonly Random random = new(1);
    private long measured;
    private DateTimeOffset now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Each reading is a little later, so that a request takes some time.</summary>
    public override long GetTimestamp() => now.Ticks + Interlocked.Add(ref measured, random.Next((int)TimeSpan.TicksPerMillisecond * 4));

    public void Advance(TimeSpan by) => now += by;
}
