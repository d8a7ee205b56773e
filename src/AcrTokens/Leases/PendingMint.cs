namespace AcrTokens;

/// <summary>
/// A mint in progress, or a prepared token that waits for its password. Ending it cancels it and waits for its rollback: it no longer becomes a
/// lease.
/// </summary>
internal sealed class PendingMint : IOpenToken, IDisposable
{
    private readonly CancellationTokenSource cancellation;
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private bool isEnding;

    public PendingMint(AcrClient client, string name, DateTimeOffset expiresOn, CancellationToken cancellationToken)
    {
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Client = client;
        Name = name;
        ExpiresOn = expiresOn;
    }

    public AcrClient Client { get; }

    /// <summary>The token's name. With several existing tokens to choose from, all of them until one is chosen.</summary>
    public string Name { get; set; }

    /// <summary>When the password expires: the name's expiry until the service's time is known.</summary>
    public DateTimeOffset ExpiresOn { get; set; }

    public string State =>
        HasPassword ? $"may be left behind, good until {ExpiresOn:u} if it has a password" : "may be left behind, without a password";

    /// <summary>Whether the service may have generated a password.</summary>
    public bool HasPassword { get; set; }

    public CancellationToken Token => cancellation.Token;

    public async Task EndAsync()
    {
        lock (gate)
        {
            isEnding = true;
        }

        LeaseBook.NoteEnd(this, done.Task);
        await CancelAsync().ConfigureAwait(false);
        await done.Task.ConfigureAwait(false);
    }

    /// <summary>Cancels the mint, unless it has become a lease.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // it ended meanwhile
        }
    }

    /// <summary>Replaces the mint by its lease on the book, with nothing in between that could fail.</summary>
    /// <exception cref="OperationCanceledException">The mint must end, and the guard may not look again.</exception>
    public void Become(AcrTokenLease lease)
    {
        lock (gate)
        {
            if (isEnding)
                throw new OperationCanceledException("The process is ending.", Token);
            LeaseBook.Add(lease);
        }

        Leave();
    }

    /// <summary>The rollback failed: reports it to the code that ends the mint.</summary>
    public void Fail(AcrException failure)
    {
        done.TrySetException(failure);
        _ = done.Task.Exception; // the mint itself throws it if nobody ends it
    }

    public void Dispose()
    {
        Leave();
        cancellation.Dispose();
    }

    private void Leave()
    {
        LeaseBook.Remove(this);
        done.TrySetResult();
    }
}
