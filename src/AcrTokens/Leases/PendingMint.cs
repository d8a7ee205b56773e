namespace AcrTokens;

/// <summary>A mint under way. To end it is to cancel it, and to wait until it has rolled back what it began.</summary>
internal sealed class PendingMint : IOpenToken, IDisposable
{
    private readonly CancellationTokenSource cancellation;
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingMint(AcrTokenName name, CancellationToken cancellationToken)
    {
        cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Name = name.ToString();
        ExpiresOn = name.ExpiresOn;
        AcrTokenGuard.Arm();
        LeaseBook.Add(this);
    }

    public string Name { get; }

    public DateTimeOffset ExpiresOn { get; }

    public CancellationToken Token => cancellation.Token;

    public async Task EndAsync()
    {
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

    public void Dispose()
    {
        LeaseBook.Remove(this);
        done.TrySetResult();
        cancellation.Dispose();
    }
}
