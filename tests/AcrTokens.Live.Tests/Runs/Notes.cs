namespace AcrTokens.Live.Tests.Runs;

/// <summary>What an observation says about an assumption.</summary>
internal enum Verdict
{
    NotTried,
    Confirmed,
    Contradicted,
}

/// <summary>An observation that settles an assumption.</summary>
/// <param name="Assumption">The assumption's id in docs/emulator.md.</param>
/// <param name="Verdict">What it says about the assumption.</param>
/// <param name="Seen">The observation, or the reason for not trying.</param>
internal sealed record Observation(string Assumption, Verdict Verdict, string Seen);

/// <summary>A probe's results.</summary>
internal sealed class Notes
{
    private readonly List<Observation> observations = [];
    private readonly List<string> measured = [];

    public IReadOnlyList<Observation> Observations => observations;

    /// <summary>Facts that no assumption covers.</summary>
    public IReadOnlyList<string> Measured => measured;

    public void Settle(string assumption, bool holds, string seen) =>
        observations.Add(new(assumption, holds ? Verdict.Confirmed : Verdict.Contradicted, seen));

    public void NotTried(string assumption, string why) => observations.Add(new(assumption, Verdict.NotTried, why));

    public void Measure(string fact) => measured.Add(fact);
}
