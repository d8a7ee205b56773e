namespace AcrTokens;

/// <summary>The severity of a preflight's finding.</summary>
public enum AcrPreflightSeverity
{
    /// <summary>Information, or a check that could not run.</summary>
    Information,

    /// <summary>A mint and its revocation work now, but may fail later.</summary>
    Warning,

    /// <summary>A mint or its revocation will fail.</summary>
    Error,
}
