using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

// Ending the token.
public sealed partial class AcrTokenLease
{
    private readonly Lock logging = new();
    private Task? revocation;
    private Exception? logged;
    private bool isEnded;

    /// <summary>
    /// Disables the token, then deletes it, unless it is kept. An existing token loses the lease's password instead, and is disabled unless somebody
    /// else uses it. Tries up to 6 times with back-off, within <see cref="AcrClientOptions.RevokeTimeout"/>. Concurrent callers share one revocation.
    /// After a success further calls do nothing; after a failure the next call tries again. A token that does not exist, or has expired, counts as
    /// revoked.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait, not the revocation.</param>
    /// <exception cref="AcrException">The service refused. The lease is not revoked.</exception>
    public Task RevokeAsync(CancellationToken cancellationToken = default) => RevokeForAsync("revoke", cancellationToken);

    /// <inheritdoc cref="RevokeAsync"/>
    public void Revoke() => RevokeAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Begins to revoke, and returns immediately: the build goes on meanwhile. <see cref="Revoke"/>, <see cref="Dispose"/> and the end of the build
    /// or the process wait for it. A failure is logged. If the token is not revoked when the process ends, the exit code is 1 where it would be 0.
    /// </summary>
    public void BeginRevoke() => _ = NoteFailureAsync(RevokeAsync());

    /// <summary>
    /// Revokes the lease, unless it was detached and no revocation has begun. A failure is logged rather than thrown, so that it cannot hide an
    /// earlier exception.
    /// </summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever it is, it must not hide the body's exception."
    )]
    public async ValueTask DisposeAsync()
    {
        if (IsDetached && revocation is null)
            return;

        try
        {
            await RevokeForAsync("dispose", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LogOnce(failure);
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private Task RevokeForAsync(string by, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (revocation is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                End();
                if (IsDetached)
                    LeaseBook.Add(this); // this process ends it after all
                revocation = Task.Run(() => RunAsync(by), CancellationToken.None);
                LeaseBook.NoteEnd(this, revocation);
            }

            return revocation.WaitAsync(cancellationToken);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Nobody waits for it: the exit code tells.")]
    private async Task NoteFailureAsync(Task revocation)
    {
        try
        {
            await revocation.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LeaseBook.NoteFailure(this);
            LogOnce(failure);
        }
    }

    // A revocation in the background and Dispose meet the same failure, and neither returns before it is logged.
    private void LogOnce(Exception failure)
    {
        lock (logging)
        {
            if (logged != failure)
                client.Log.LogError(failure, "{Failure:l}", failure.Message);
            logged = failure;
        }
    }

    private async Task RunAsync(string by)
    {
        RemoveDockerConfig();
        await EndTokenAsync(by).ConfigureAwait(false);
        client.Log.LogInformation("Revoked token {Token}", Name);

        if (settings.RevocationProof && RefusedOn is null)
            await ProveAsync().ConfigureAwait(false);
        LeaseBook.ClearFailure(this);
    }

    private async Task EndTokenAsync(string by)
    {
        try
        {
            var end = await new Revocation(client, id, settings.KeepDisabled, () => last.ExpiresOn) { Own = own }
                .RunAsync(RevokedOn is null, now => RevokedOn = now, CancellationToken.None)
                .ConfigureAwait(false);
            LeaseBook.Remove(this); // first: a listener or an audit log may block
            if (!isEnded) // else only its proof failed
                WriteAudit(LeaseAudit.Words(end), by);
            isEnded = true;
        }
        catch (Exception failure)
        {
            WriteAudit("failed", by, failure);
            throw;
        }
        finally
        {
            use?.Dispose();
        }
    }

    private void WriteAudit(string how, string by, Exception? failure = null) =>
        client.WriteAudit(
            new()
            {
                Token = id,
                Mint = settings,
                MintedOn = MintedOn,
                ExpiresOn = last.ExpiresOn,
                EndedOn = client.Time.Now,
                How = how,
                By = by,
                Failure = failure,
            }
        );

    // Transient failures are retried as a revocation's are: within the same time, from the start.
    private async Task<bool> AskAsync()
    {
        using var time = new EndTime(client.RevokeTimeout, client.Clock, client.ProcessEnd, CancellationToken.None);
        return await CanLogInAsync(time.Token).ConfigureAwait(false);
    }

    private async Task ProveAsync()
    {
        bool isAccepted;
        try
        {
            isAccepted = await AskAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is AcrException or OperationCanceledException)
        {
            client.Log.LogWarning(
                "Token {Token} was revoked, but the registry could not be asked whether it refuses the password. {Failure:l}",
                Name,
                failure is AcrException ? failure.Message : "There was no time left."
            );
            return;
        }

        if (isAccepted)
        {
            throw new AcrException(
                $"Token '{Name}' was revoked, but the registry still accepts its password. How soon it refuses is not documented: revoke "
                    + "again to ask again."
            )
            {
                Operation = "prove the revocation",
                Resource = ResourceId,
            };
        }

        RefusedOn = client.Time.Now;
        client.Log.LogInformation("The registry refuses token {Token}", Name);
    }
}
