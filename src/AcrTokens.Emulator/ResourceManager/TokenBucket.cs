namespace AcrTokens.Emulator.ResourceManager;

/// <summary>A token bucket. It starts full, each request takes one, and it refills over time.</summary>
internal sealed class TokenBucket(int size, int refillPerSecond, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double level = size;
    private DateTimeOffset filledAt = clock.GetUtcNow();

    /// <summary>Takes one. Returns how many are left; null if the bucket was empty.</summary>
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
        // A clock that was moved back refills nothing.
        level = Math.Clamp(level + Math.Max(0, (now - filledAt).TotalSeconds) * refillPerSecond, 0, size);
        filledAt = now;
    }
}
