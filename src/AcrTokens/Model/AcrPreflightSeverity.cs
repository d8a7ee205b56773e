namespace AcrTokens;

/// <summary>How much a finding of a preflight matters.</summary>
public enum AcrPreflightSeverity
{
    /// <summary>Good to know; also what could not be checked.</summary>
    Information,

    /// <summary>A mint and its revocation work now, and may not later.</summary>
    Warning,

    /// <summary>A mint or its revocation will fail.</summary>
    Error,
}
