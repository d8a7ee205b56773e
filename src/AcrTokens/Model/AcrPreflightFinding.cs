namespace AcrTokens;

/// <summary>One thing that a preflight found.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What it is, and what to do about it, in one line.</param>
public sealed record AcrPreflightFinding(AcrPreflightSeverity Severity, string Message);
