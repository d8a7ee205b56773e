namespace AcrTokens;

/// <summary>What a preflight found.</summary>
public sealed record AcrPreflightReport
{
    /// <summary>All that was found, in the order in which it was checked.</summary>
    public required IReadOnlyList<AcrPreflightFinding> Findings { get; init; }

    /// <summary>True when no finding is an error. What could not be checked is no error.</summary>
    public bool IsGood => Findings.All(f => f.Severity != AcrPreflightSeverity.Error);
}
