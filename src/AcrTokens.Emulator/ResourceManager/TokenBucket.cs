namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Full at first, one out for each request, and refilled as time goes by.</summary>
internal sealed class TokenBucket(int size, int refillPerSecond, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double level = size;
    private DateTimeOffset filledAt = clock.GetUtcNow();

    /// <summary>What is left after this request; null where there was nothing to take.</summary>
    public int? TryTake()
    {
        lock (gate)
        {
            Fill();
            return level < 1 ? null : (int)--level;
        }
    }

    public int Left()
    {
        lock (gate)
        {
            Fill();
            return (int)level;
        }
    }

    public int SecondsToNext()
    {
        lock (gate)
        {
            Fill();
            return (int)Math.Ceiling((1 - level) / refillPerSecond);
        }
    }

    private void Fill()
    {
        var now = clock.GetUtcNow();
        // A clock that was put back fills nothing.
        level = Math.Clamp(level + Math.Max(0, (now - filledAt).TotalSeconds) * refillPerSecond, 0, size);
        filledAt = now;
    }
}
