namespace AcrTokens;

/// <summary>
/// What a sweep may take: only what is provably a mint's own and over. Whatever could be somebody else's, or of use still, is not.
/// </summary>
/// <param name="prefix">How the names of the tokens begin.</param>
/// <param name="clockSkew">How long they must have been over.</param>
/// <param name="now">The time, on the service's clock.</param>
internal sealed class SweepRule(string prefix, TimeSpan clockSkew, DateTimeOffset now)
{
    // A mint makes its scope map first and the token that uses it later; an hour is far more than that takes.
    private static readonly TimeSpan ScopeMapGrace = TimeSpan.FromHours(1);

    // Between a token and its password lie seconds.
    private static readonly TimeSpan MintGrace = TimeSpan.FromMinutes(15);

    /// <summary>
    /// A token whose name says that a mint of that prefix made it and that it has expired, and that can log in no more. The name carries the time of
    /// the machine that minted it, which may be wrong: so each password is over by the service's own clock, and one without a password is too old to
    /// be a mint that is under way. It has no certificate, which no mint gives.
    /// </summary>
    public bool IsOver(AcrToken token) =>
        AcrTokenName.TryParse(token.Name) is { } name
        && name.Prefix == prefix
        && now - name.ExpiresOn > clockSkew
        && token.Passwords.All(password => password.ExpiresOn < now)
        && (token.Passwords.Count > 0 || now - token.CreatedOn > MintGrace)
        && token.Certificates.Count == 0;

    /// <summary>A scope map whose name is the hash of what it permits, as mints name theirs, and that nobody has touched for an hour.</summary>
    public bool IsOld(AcrScopeMap scopeMap) =>
        scopeMap.Name == AcrScopeMapName.Create(scopeMap.Actions.Order(StringComparer.Ordinal))
        && now - scopeMap.SystemData?.LastModifiedOn > ScopeMapGrace;
}
