namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrTokenRevoke</c>: ends one token by its name alone, from another step, job or machine than the one that
/// made it. The token is disabled, then deleted. One that is not there counts as ended.
/// </summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("acrt-20261121t063000z-4711-3k9x0m2q")</code></example>
public sealed record AcrTokenRevokeSettings : AcrTokenWriteSettings
{
    /// <summary>Leave the token in the registry, disabled. Default false: it is deleted, to free its place in the quota.</summary>
    public bool KeepDisabled { get; init; }

    internal override string Task => "AcrTokenRevoke";
}
