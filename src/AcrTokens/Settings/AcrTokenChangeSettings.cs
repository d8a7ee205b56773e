namespace AcrTokens;

/// <summary>What a create and an update of a token may set.</summary>
public abstract record AcrTokenChangeSettings : AcrTokenSettings
{
    private protected AcrTokenChangeSettings()
    {
    }

    /// <summary>
    /// The scope map that says what the token may do: its resource id, or its name in the same registry,
    /// such as <c>_repositories_pull</c>. Required when creating; an update that does not set it leaves it alone.
    /// </summary>
    public string? ScopeMap { get; init; }

    /// <summary>
    /// Whether the token may log in. Not sent unless set: a created token is then enabled by the service,
    /// an updated one stays as it is.
    /// </summary>
    public AcrTokenStatus? Status { get; init; }

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        if (ScopeMap is not null)
            CheckScopeMap(mistakes, ScopeMap);
    }
}
