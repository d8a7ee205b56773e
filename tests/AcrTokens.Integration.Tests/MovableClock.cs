namespace AcrTokens.Integration.Tests;

/// <summary>The system's clock with an offset.</summary>
internal sealed class MovableClock : TimeProvider
{
    private TimeSpan moved;

    public void Advance(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;
}
