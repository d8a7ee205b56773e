namespace AcrTokens;

/// <summary>Decides what a sweep may delete: only tokens and scope maps that a mint provably created and that are provably over.</summary>
/// <param name="prefix">The prefix of the tokens' names.</param>
/// <param name="clockSkew">How long ago they must have expired.</param>
/// <param name="now">The time on the service's clock.</param>
internal sealed class SweepRule(string prefix, TimeSpan clockSkew, DateTimeOffset now)
{
    // A mint creates its scope map before the token that uses it; an hour is far more than that takes.
    private static readonly TimeSpan ScopeMapGrace = TimeSpan.FromHours(1);

    // A mint generates the password within seconds.
    private static readonly TimeSpan MintGrace = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Whether a token was minted with that prefix, has expired by its name, and can no longer log in. The name's expiry is by the clock of the
    /// minting machine, which may be wrong. So all passwords must have expired on the service's clock, a token without a password must be too old for
    /// a mint in progress, and it must have no certificate, which no mint adds.
    /// </summary>
    public bool IsOver(AcrToken token) =>
        AcrTokenName.TryParse(token.Name) is { } name
        && name.Prefix == prefix
        && now - name.ExpiresOn > clockSkew
        && token.Passwords.All(password => password.ExpiresOn < now)
        && (token.Passwords.Count > 0 || now - token.CreatedOn > MintGrace)
        && token.Certificates.Count == 0;

    /// <summary>
    /// Whether a crashed build may have left an existing token enabled that nobody can log in with any more. Its name begins with the prefix, and all
    /// its passwords have expired. A token without a password may be new, and a certificate may be in use.
    /// </summary>
    public bool IsLeftEnabled(AcrToken token) =>
        (token.Name == prefix || token.Name.StartsWith($"{prefix}-", StringComparison.Ordinal))
        && AcrTokenName.TryParse(token.Name) is null
        && token.Status == AcrTokenStatus.Enabled
        && token.Passwords.Count > 0
        && token.Passwords.All(password => now - password.ExpiresOn > clockSkew)
        && token.Certificates.Count == 0;

    /// <summary>Whether a scope map's name is the hash of its actions, as mints name theirs, and it has not been changed for an hour.</summary>
    public bool IsOld(AcrScopeMap scopeMap) =>
        scopeMap.Name == AcrScopeMapName.Create(scopeMap.Actions.Order(StringComparer.Ordinal))
        && now - scopeMap.SystemData?.LastModifiedOn > ScopeMapGrace;
}
