namespace AcrTokens.Integration.Tests;

/// <summary>The system's time, and what it was moved by.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan moved;

    public void Advance(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;
}
