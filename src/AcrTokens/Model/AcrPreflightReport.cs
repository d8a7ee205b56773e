namespace AcrTokens;

/// <summary>The result of a preflight.</summary>
public sealed record AcrPreflightReport
{
    /// <summary>All findings, in the order of the checks.</summary>
    public required IReadOnlyList<AcrPreflightFinding> Findings { get; init; }

    /// <summary>True if no finding is an error. A check that could not run is no error.</summary>
    public bool IsGood => Findings.All(f => f.Severity != AcrPreflightSeverity.Error);
}
