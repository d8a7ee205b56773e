namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>The rounds of one of the compared ways.</summary>
internal sealed record Contestant(IReadOnlyList<Contestant.Sample> Samples)
{
    /// <summary>The cost of one round, in milliseconds and MB.</summary>
    internal sealed record Sample(double Wall, double Processor, double Memory);
}
