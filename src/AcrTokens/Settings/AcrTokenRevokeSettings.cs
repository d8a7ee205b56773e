namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrTokenRevoke</c>: revokes one token by name, from a step, job or machine other than the one that minted it. The token is
/// disabled, then deleted. One that does not exist counts as revoked.
/// </summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("acrt-20261121t063000z-4711-3k9x0m2q")</code></example>
public sealed record AcrTokenRevokeSettings : AcrTokenWriteSettings
{
    /// <summary>Whether to keep the token in the registry, disabled. Default: false, which deletes it to free its place in the quota.</summary>
    public bool KeepDisabled { get; init; }

    /// <summary>
    /// For an existing token that a mint used (<see cref="AcrTokenMintSettings.Tokens"/>): the lease's password,
    /// <see cref="AcrTokenLease.PasswordName"/>. It is removed; the token stays, and is disabled unless somebody else uses it. Default: null, which
    /// ends the token.
    /// </summary>
    public AcrTokenPasswordName? PasswordName { get; init; }

    internal override string Task => "AcrTokenRevoke";
}
