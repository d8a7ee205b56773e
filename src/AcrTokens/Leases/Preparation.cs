using Azure.Core;

namespace AcrTokens;

/// <summary>The pause of a prepared token between its creation and its password.</summary>
internal sealed class Preparation(AcrClient client, PendingMint pending, TimeSpan time)
{
    private readonly TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long began = client.Clock.GetTimestamp();
    private int traces;

    public string Name => pending.Name;

    /// <summary>The end of the preparation, on the service's clock.</summary>
    public DateTimeOffset Until => client.Time.Now + Left;

    private TimeSpan Left => time - client.Clock.GetElapsedTime(began);

    /// <summary>Lets the mint generate the password.</summary>
    /// <param name="cancellationToken">Cancels the mint until the token has become a lease.</param>
    public CancellationTokenRegistration Continue(CancellationToken cancellationToken)
    {
        wanted.TrySetResult();
        return cancellationToken.Register(() => _ = pending.CancelAsync());
    }

    public Task EndAsync() => pending.EndAsync();

    /// <summary>Traces the wait for a mint, once.</summary>
    public Task<AcrTokenLease> TraceAsync(Task<AcrTokenLease> mint) =>
        Interlocked.Increment(ref traces) > 1 ? mint : TokenOperation.RunAsync("mint", client, Name, operation => TraceAsync(operation, mint));

    private static async Task<AcrTokenLease> TraceAsync(TokenOperation operation, Task<AcrTokenLease> mint)
    {
        var lease = await mint.ConfigureAwait(false);
        operation.Registry = new ResourceIdentifier(lease.ResourceId).Parent!.Name;
        return lease;
    }

    /// <exception cref="AcrException">A sweep could take the token for one that is over.</exception>
    public async Task AwaitPasswordAsync()
    {
        // The name's expiry is by the machine's clock, and the service's is known now.
        if (Until > pending.ExpiresOn)
            throw Failed(
                "this machine's clock is too far behind the service's: a sweep could delete the token meanwhile. Set the clock, or mint in one go"
            );

        await wanted.Task.WaitAsync(pending.Token).ConfigureAwait(false);
        if (Left < TimeSpan.Zero)
            throw Failed($"it was prepared for {time}, which are over. Prepare it later, or for longer (SetPreparedFor)");
    }

    private AcrException Failed(string reason) =>
        new($"Could not mint prepared token '{Name}': {reason}.")
        {
            Operation = "AcrTokenMint",
            Resource = Name,
            IsTransient = false,
        };
}
