namespace AcrTokens.Emulator.State;

/// <summary>The last 1,000 tokens that were deleted. The limit lets an emulator run for days.</summary>
internal sealed class EndedTokens
{
    private const int Most = 1_000;

    private readonly Lock gate = new();
    private readonly Queue<EndedToken> tokens = [];
    private long version;

    /// <summary>Grows with every token.</summary>
    public long Version => Interlocked.Read(ref version);

    public IReadOnlyList<EndedToken> All()
    {
        lock (gate)
        {
            return [.. tokens];
        }
    }

    public bool Contains(string name)
    {
        lock (gate)
        {
            return tokens.Any(ended => ended.Token.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        }
    }

    public void Add(EndedToken ended)
    {
        lock (gate)
        {
            tokens.Enqueue(ended);
            if (tokens.Count > Most)
            {
                tokens.Dequeue();
            }

            Interlocked.Increment(ref version);
        }
    }
}
