namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>A sweep's progress.</summary>
internal sealed record SweepResult(
    double TotalSeconds,
    int Throttled,
    IReadOnlyList<SweepResult.Step> Progress,
    IReadOnlyList<SweepResult.Step> Refusals
)
{
    /// <summary>How many there were by then.</summary>
    internal sealed record Step(double Seconds, int Count);
}
