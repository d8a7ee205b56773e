namespace AcrTokens;

/// <summary>One of a token's passwords.</summary>
public sealed record AcrTokenPassword
{
    /// <summary>The name.</summary>
    public required AcrTokenPasswordName Name { get; init; }

    /// <summary>When it was generated.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When it expires; null if never.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The password's value: only in the response that generated it, else null.</summary>
    public AcrSecret? Value { get; init; }

    /// <summary>Whether it has not expired at that time, on the service's clock.</summary>
    internal bool IsLiveAt(DateTimeOffset now) => !(ExpiresOn <= now);
}
