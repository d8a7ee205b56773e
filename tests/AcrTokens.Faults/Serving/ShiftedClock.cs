namespace AcrTokens.Faults.Serving;

/// <summary>The system's clock, put forward or back: the emulator's idea of the time.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public TimeSpan Shift
    {
        get => new(Interlocked.Read(ref shift));
        set => Interlocked.Exchange(ref shift, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
