namespace AcrTokens;

/// <summary>One of a token's passwords.</summary>
public sealed record AcrTokenPassword
{
    /// <summary>Which of the two.</summary>
    public required AcrTokenPasswordName Name { get; init; }

    /// <summary>When it was generated.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>From when on the registry refuses it; null: never.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The password itself: only in the answer that generated it, else null.</summary>
    public AcrSecret? Value { get; init; }
}
