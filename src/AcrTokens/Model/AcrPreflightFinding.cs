namespace AcrTokens;

/// <summary>A finding of a preflight.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Message">The finding and what to do about it, in one line.</param>
public sealed record AcrPreflightFinding(AcrPreflightSeverity Severity, string Message);
