namespace AcrTokens.Benchmarks.Simulation;

/// <summary>The result of a load.</summary>
/// <param name="Load">The load.</param>
/// <param name="Tokens">How many tokens were requested.</param>
/// <param name="Waits">How many seconds each successful mint took.</param>
/// <param name="Ends">How many seconds each revocation took.</param>
/// <param name="Failures">Failed mints and revocations, by the service's code.</param>
/// <param name="Meters">The requests to each subscription.</param>
internal sealed record LoadResult(
    BuildLoad Load,
    int Tokens,
    IReadOnlyList<double> Waits,
    IReadOnlyList<double> Ends,
    IReadOnlyDictionary<string, int> Failures,
    IReadOnlyList<RequestMeter> Meters
)
{
    private const int WritesPerHour = 36_000;

    public int Builds => Tokens * Load.BuildsPerToken;

    public double MeanWait => Waits.Average();

    public double WaitOf95Percent => Waits.Order().ElementAt((int)(0.95 * (Waits.Count - 1)));

    public double WorstWait => Waits.Max();

    public double WorstEnd => Ends.Max();

    public int MostAlive => Meters.Max(meter => meter.MostAlive);

    public double WritesPerBuild => PerBuild(meter => meter.Writes);

    public double ReadsPerBuild => PerBuild(meter => meter.Reads);

    public double DeletesPerBuild => PerBuild(meter => meter.Deletes);

    /// <summary>The share of all principals' refilled budgets that the writes use. Above 1, builds queue.</summary>
    public double WriteBudget => WritesPerBuild * Load.BuildsPerHour / (WritesPerHour * Load.Principals * Load.Subscriptions);

    /// <summary>The share of requests that were throttled with 429.</summary>
    public double Throttled => (double)Meters.Sum(m => m.Throttled) / Meters.Sum(m => m.All);

    private double PerBuild(Func<RequestMeter, int> count) => (double)Meters.Sum(count) / Builds;
}
