namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>How a SKU carried a rate of builds.</summary>
internal sealed record RateResult(RateResult.LoadOf Load, int Builds, Dictionary<string, int> Failures, double MeanWait, double WaitOf95Percent)
{
    public double FailedShare => (double)Failures.Values.Sum() / Builds;

    internal sealed record LoadOf(string Name, int BuildsPerHour);
}
