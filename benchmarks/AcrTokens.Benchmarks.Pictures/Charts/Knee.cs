namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>The rate up to which nobody notices the others.</summary>
internal static class Knee
{
    /// <summary>
    /// The highest measured rate up to which no build failed, and 95 % of them waited at most twice as long as at the lowest rate. The rates ascend.
    /// </summary>
    public static int Of(IReadOnlyList<RateResult> rates) =>
        rates.TakeWhile(rate => rate.Failures.Count == 0 && rate.WaitOf95Percent <= 2 * rates[0].WaitOf95Percent).Last().Load.BuildsPerHour;
}
