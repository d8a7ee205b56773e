namespace AcrTokens;

public sealed partial class AcrClient
{
    /// <summary>
    /// Revokes a token by name, from a step, job or machine other than the one that minted it. Disables it, then deletes it, with the same retries
    /// and time limit as a lease's revocation. A token that does not exist counts as revoked.
    /// </summary>
    /// <exception cref="AcrException">The settings are wrong, or the service refused; the message says whether the token is disabled.</exception>
    public Task RevokeTokenAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken = default) =>
        new LeaseTasks(For(settings)).RevokeAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrTokenLease.AttachAsync"/>
    internal Task<AcrTokenLease> AttachAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken) =>
        new LeaseTasks(For(settings)).AttachAsync(settings, cancellationToken);

    /// <summary>
    /// Deletes tokens that crashed builds left behind, and scope maps that mints created and no token uses any more. Logs a warning for each one that
    /// cannot be deleted, and counts it.
    /// </summary>
    /// <returns>A report of the sweep.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused to read the registry or to list its tokens and scope
    /// maps.</exception>
    public Task<AcrSweepReport> SweepTokensAsync(AcrTokenSweepSettings settings, CancellationToken cancellationToken = default) =>
        new SweepTokens(For(settings)).RunAsync(settings, cancellationToken);

    /// <summary>Checks, without writing anything, whether a mint and its revocation would work: registry, clock, quota, rights, sign-in.</summary>
    /// <returns>The findings, which are logged too. A finding is no exception: check <see cref="AcrPreflightReport.IsGood"/>.</returns>
    /// <exception cref="AcrException">The settings are wrong.</exception>
    public Task<AcrPreflightReport> PreflightAsync(AcrTokenPreflightSettings settings, CancellationToken cancellationToken = default) =>
        new Preflight(For(settings)).RunAsync(settings, cancellationToken);
}
