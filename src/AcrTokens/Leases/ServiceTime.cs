namespace AcrTokens;

/// <summary>
/// The time on the service's clock, which decides when passwords expire. Starts from the date of the last response and advances with a monotonic
/// clock, so that changes to the machine's clock have no effect. Before the first response, the machine's time.
/// </summary>
internal sealed class ServiceTime(TimeProvider clock)
{
    /// <summary>Smaller skews are common and harmless.</summary>
    public static readonly TimeSpan LargeSkew = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private (DateTimeOffset Date, long On)? told;
    private bool isSkewSaid;

    /// <summary>The time without the fractions of a second, as the service stores expiries.</summary>
    public static DateTimeOffset ToSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

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

    /// <param name="date">The date of a response that arrived just now. Null if it has none: then the machine's time is used, unless the service's is
    /// known.</param>
    public void Note(DateTimeOffset? date)
    {
        lock (gate)
        {
            if (date is not null || told is null)
                told = (date ?? clock.GetUtcNow(), clock.GetTimestamp());
        }
    }

    /// <summary>A text such as <c>00:45:00 ahead of</c>.</summary>
    public static string Describe(TimeSpan ahead) =>
        $"{TimeSpan.FromSeconds(Math.Round(ahead.Duration().TotalSeconds)):hh\\:mm\\:ss} {(ahead < TimeSpan.Zero ? "behind" : "ahead of")}";

    /// <summary>How far the machine's clock is ahead, once if that is worth logging; else null.</summary>
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
