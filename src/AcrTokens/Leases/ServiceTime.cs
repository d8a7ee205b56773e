namespace AcrTokens;

/// <summary>
/// The time on the service's own clock: it is the one that ends passwords. Kept from the date of its last answer on by a clock that only runs
/// forward, so that setting the machine's clock changes nothing. Until the service has told it, the machine's own.
/// </summary>
internal sealed class ServiceTime(TimeProvider clock)
{
    /// <summary>Machines differ by less, and nobody cares.</summary>
    public static readonly TimeSpan LargeSkew = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private (DateTimeOffset Date, long On)? told;
    private bool isSkewSaid;

    public bool IsKnown
    {
        get
        {
            lock (gate)
            {
                return told is not null;
            }
        }
    }

    public DateTimeOffset Now
    {
        get
        {
            lock (gate)
            {
                return told is { } last ? last.Date + clock.GetElapsedTime(last.On) : clock.GetUtcNow();
            }
        }
    }

    /// <param name="date">That of an answer which came just now. Null where it has none: then the machine's own, unless the service's is
    /// known.</param>
    public void Note(DateTimeOffset? date)
    {
        lock (gate)
        {
            if (date is not null || told is null)
                told = (date ?? clock.GetUtcNow(), clock.GetTimestamp());
        }
    }

    /// <summary>Such as <c>00:45:00 behind</c>, of a machine's clock that is so much ahead.</summary>
    public static string Describe(TimeSpan ahead) =>
        $"{TimeSpan.FromSeconds(Math.Round(ahead.Duration().TotalSeconds)):hh\\:mm\\:ss} {(ahead < TimeSpan.Zero ? "behind" : "ahead of")}";

    /// <summary>By how much the machine's clock is ahead, once where that is worth telling; else null.</summary>
    public TimeSpan? TakeSkewToSay()
    {
        var ahead = clock.GetUtcNow() - Now;
        lock (gate)
        {
            if (isSkewSaid || ahead.Duration() <= LargeSkew)
                return null;

            isSkewSaid = true;
            return ahead;
        }
    }
}
