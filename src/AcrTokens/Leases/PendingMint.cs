namespace AcrTokens;

/// <summary>A mint under way. To end it is to cancel it, and to wait until it has rolled back what it began: it becomes no lease any more.</summary>
internal sealed class PendingMint : IOpenToken, IDisposable
{
    private readonly CancellationTokenSource cancellation;
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private bool isEnding;

    public PendingMint(AcrTokenName name, CancellationToken cancellationToken)
    {
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Name = name.ToString();
        ExpiresOn = name.ExpiresOn;
    }

    public string Name { get; }

    /// <summary>From when on its password is of no use: by its name, until the service's time is known.</summary>
    public DateTimeOffset ExpiresOn { get; set; }

    public string State => $"may be left behind, good until {ExpiresOn:u} if it has a password";

    public CancellationToken Token => cancellation.Token;

    public async Task EndAsync()
    {
        lock (gate)
        {
            isEnding = true;
        }

        LeaseBook.NoteEnd(this, done.Task);
        try
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // it ended by itself meanwhile
        }

        await done.Task.ConfigureAwait(false);
    }

    /// <summary>The lease takes its place on the book, at once: nothing that could fail stands in between.</summary>
    /// <exception cref="OperationCanceledException">It is to end, and the guard may look no more.</exception>
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

    /// <summary>What it began could not be rolled back: whoever ends it is to know.</summary>
    public void Fail(AcrException failure)
    {
        done.TrySetException(failure);
        _ = done.Task.Exception; // told by the mint itself, where nobody ends it
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
