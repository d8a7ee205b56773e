namespace AcrTokens.Benchmarks.Simulation;

/// <summary>What became of a load.</summary>
/// <param name="Load">Of which.</param>
/// <param name="Tokens">How many were asked for.</param>
/// <param name="Waits">For how many seconds those who got one waited for it.</param>
/// <param name="Ends">How many seconds the revocations took.</param>
/// <param name="Failures">Mints and revocations that failed, by the service's code.</param>
/// <param name="Meters">What each subscription was asked.</param>
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

    /// <summary>How much of what the budgets of all principals are refilled by the writes take up. Above 1, builds queue.</summary>
    public double WriteBudget => WritesPerBuild * Load.BuildsPerHour / (WritesPerHour * Load.Principals * Load.Subscriptions);

    /// <summary>How much of what was asked was refused with a 429.</summary>
    public double Throttled => (double)Meters.Sum(m => m.Throttled) / Meters.Sum(m => m.All);

    private double PerBuild(Func<RequestMeter, int> count) => (double)Meters.Sum(count) / Builds;
}
