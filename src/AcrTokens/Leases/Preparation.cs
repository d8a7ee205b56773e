namespace AcrTokens;

/// <summary>The pause of a prepared token between its creation and its password.</summary>
/// <param name="client">The client, with the service's time.</param>
/// <param name="pending">The mint.</param>
/// <param name="until">When the preparation ends, on the service's clock.</param>
internal sealed class Preparation(AcrClient client, PendingMint pending, DateTimeOffset until)
{
    private readonly TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => pending.Name;

    public DateTimeOffset Until => until;

    /// <summary>Lets the mint generate the password.</summary>
    /// <param name="cancellationToken">Cancels the mint until the token has become a lease.</param>
    public CancellationTokenRegistration Continue(CancellationToken cancellationToken)
    {
        wanted.TrySetResult();
        return cancellationToken.Register(() => _ = pending.CancelAsync());
    }

    public Task EndAsync() => pending.EndAsync();

    /// <exception cref="AcrException">The password is wanted too late: a sweep may delete the token by now.</exception>
    public async Task AwaitPasswordAsync()
    {
        await wanted.Task.WaitAsync(pending.Token).ConfigureAwait(false);
        if (client.Time.Now > until)
            throw new AcrException(
                $"Token '{Name}' was prepared until {until:u}, so that no password was generated. Prepare it later, or for longer (SetPreparedFor)."
            )
            {
                Operation = "AcrTokenMint",
                Resource = Name,
                IsTransient = false,
            };
    }
}
