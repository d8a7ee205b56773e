namespace AcrTokens;

public sealed partial class AcrClient
{
    /// <summary>
    /// Ends a token by its name alone, from another step, job or machine than the one that made it: disables it, then deletes it, with the tries
    /// and within the time that a lease's own revocation has. One that does not exist counts as ended.
    /// </summary>
    /// <exception cref="AcrException">The settings are wrong, or the service refused; the message says whether the token is disabled.</exception>
    public Task RevokeTokenAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken = default) =>
        new LeaseTasks(For(settings)).RevokeAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrTokenLease.AttachAsync"/>
    internal Task<AcrTokenLease> AttachAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken) =>
        new LeaseTasks(For(settings)).AttachAsync(settings, cancellationToken);

    /// <summary>
    /// Deletes the tokens that crashed builds left, and the scope maps that mints made and no token uses any more. What cannot be
    /// deleted is told as a warning and counted.
    /// </summary>
    /// <returns>What was done.</returns>
    /// <exception cref="AcrException">The settings are wrong, or the service refused to read the registry or to list what it holds.</exception>
    public Task<AcrSweepReport> SweepTokensAsync(AcrTokenSweepSettings settings, CancellationToken cancellationToken = default) =>
        new SweepTokens(For(settings)).RunAsync(settings, cancellationToken);

    /// <summary>Checks, without writing anything, whether a mint and its revocation would work: registry, clock, quota, rights, sign-in.</summary>
    /// <returns>What was found, each finding in the log too. It does not fail for what it finds: look at
    /// <see cref="AcrPreflightReport.IsGood"/>.</returns>
    /// <exception cref="AcrException">The settings are wrong.</exception>
    public Task<AcrPreflightReport> PreflightAsync(AcrTokenPreflightSettings settings, CancellationToken cancellationToken = default) =>
        new Preflight(For(settings)).RunAsync(settings, cancellationToken);
}
