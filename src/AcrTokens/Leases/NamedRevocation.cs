namespace AcrTokens;

/// <summary>The revocation of a token by name. The process's end waits for it, as for a lease's.</summary>
internal sealed class NamedRevocation(AcrClient client, string name, Revocation revocation) : IOpenToken
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isDisabled;

    public AcrClient Client => client;

    public string Name => name;

    public string State => isDisabled ? OpenState.Disabled : OpenState.Enabled(null);

    public Task EndAsync() => end.Task;

    /// <returns>What became of the token.</returns>
    public async Task<TokenEnd> RunAsync(CancellationToken cancellationToken)
    {
        LeaseBook.Add(this);
        LeaseBook.NoteEnd(this, end.Task);
        try
        {
            return await revocation.RunAsync(isEnabled: true, _ => isDisabled = true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            LeaseBook.Remove(this);
            end.TrySetResult(); // the caller gets the result
        }
    }
}
