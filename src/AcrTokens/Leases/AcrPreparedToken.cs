namespace AcrTokens;

/// <summary>
/// A token without a password, which nobody can log in with. It is created in the background, so that a build can do other work meanwhile;
/// <see cref="Mint"/> generates the password just before the push.
/// </summary>
/// <remarks>
/// A token that is never minted is deleted: by <see cref="Dispose"/>, by a signal, by NUKE's <c>[RevokeAcrTokens]</c>, or when the process ends.
/// After
/// the loss of the process a sweep deletes it.
/// </remarks>
public sealed class AcrPreparedToken : IAsyncDisposable, IDisposable
{
    private readonly Preparation preparation;
    private readonly Task<AcrTokenLease> mint;
    private volatile bool isDisposed;

    internal AcrPreparedToken(Preparation preparation, Task<AcrTokenLease> mint)
    {
        this.preparation = preparation;
        this.mint = mint;
        _ = mint.ContinueWith(ended => ended.Exception, TaskScheduler.Default); // it was logged, and Mint throws it
    }

    /// <summary>The token's name, which is the user name to log in with.</summary>
    public string Name => preparation.Name;

    /// <summary>
    /// When the preparation ends and no password can be generated any more, on the service's clock: see
    /// <see cref="AcrTokenMintSettings.PreparedFor"/>.
    /// </summary>
    public DateTimeOffset PreparedUntil => preparation.Until;

    /// <summary>
    /// Waits until the token is created, if it is not yet, and generates its password. The lifetime begins now, on the service's clock. Further calls
    /// return the same lease.
    /// </summary>
    /// <param name="cancellationToken">Cancels the mint and deletes the token, unless it has become a lease.</param>
    /// <returns>The lease, which is to be revoked like any other.</returns>
    /// <exception cref="AcrException">The preparation failed, the password is wanted too late, or the service refused. The token is deleted; the
    /// message says if it could not be.</exception>
    /// <exception cref="InvalidOperationException">The token was disposed, or deleted at the end of a build or a process.</exception>
    public async Task<AcrTokenLease> MintAsync(CancellationToken cancellationToken = default)
    {
        if (isDisposed && !mint.IsCompletedSuccessfully)
            throw Over(null);

        using var registration = preparation.Continue(cancellationToken);
        try
        {
            return await mint.ConfigureAwait(false);
        }
        catch (OperationCanceledException ended) when (!cancellationToken.IsCancellationRequested)
        {
            throw Over(ended);
        }
    }

    /// <inheritdoc cref="MintAsync"/>
    public AcrTokenLease Mint() => MintAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Deletes the token, unless it was minted: its lease then has a life of its own. A failure is logged rather than thrown, so that it cannot hide
    /// an
    /// earlier exception.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        if (mint.IsFaulted)
            return;

        try
        {
            await preparation.EndAsync().ConfigureAwait(false);
        }
        catch (AcrException)
        {
            await Task.WhenAny(mint).ConfigureAwait(false); // it logs the failure
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>The token's name.</summary>
    public override string ToString() => Name;

    private InvalidOperationException Over(Exception? cause) => new($"Prepared token '{Name}' has ended: it cannot be minted any more.", cause);
}
