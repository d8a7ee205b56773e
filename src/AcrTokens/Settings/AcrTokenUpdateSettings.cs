namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenUpdate</c>, the counterpart of Update-AzContainerRegistryToken. Only what is set is sent.</summary>
public sealed record AcrTokenUpdateSettings : AcrTokenChangeSettings
{
    /// <summary>
    /// The passwords to keep: the token's others are removed, and an empty list removes both.
    /// Default null: all passwords stay.
    /// </summary>
    public IReadOnlyList<AcrTokenPasswordName>? Passwords { get; init; }

    internal override string Task => "AcrTokenUpdate";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        mistakes.AddIf(ScopeMap is null && Status is null && Passwords is null,
            "nothing is to be changed (SetScopeMap, Enable, Disable, AddPassword, ClearPasswords)");
    }
}
