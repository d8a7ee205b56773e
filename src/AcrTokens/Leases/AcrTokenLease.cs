using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// A minted token, to be used and then revoked. Whatever happens to the lease, the registry refuses its password from <see cref="ExpiresOn"/> on.
/// </summary>
/// <remarks>
/// A revocation refuses new logins. An access token that the registry issued before stays valid until it expires: up to 75 minutes, says Microsoft's
/// documentation.
/// </remarks>
public sealed partial class AcrTokenLease : IAsyncDisposable, IDisposable, IOpenToken
{
    private readonly AcrClient client;
    private readonly ResourceIdentifier id;
    private readonly AcrTokenMintSettings settings;
    private readonly Lock gate = new();
    private readonly Lock logging = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "The revocation and Detach dispose it.")]
    private TokenOperation? use;

    private Task? revocation;
    private Exception? logged;
    private volatile LeasePassword current;
    private volatile LeasePassword last; // the last to expire, if a renewal's answer was lost

    internal AcrTokenLease(AcrClient client, MintedToken token, AcrTokenMintSettings settings)
    {
        this.client = client;
        this.settings = settings;
        (id, var password, MintedOn, var expiresOn) = token;
        current = last = new(password, AcrTokenPasswordName.Password1, expiresOn);
    }

    /// <summary>The token's name, which is the user name to log in with.</summary>
    public string Name => id.Name;

    /// <summary>The token's full resource id.</summary>
    public string ResourceId => id.ToString();

    /// <summary>The password: after <see cref="RenewAsync"/> another one. It cannot be revealed once the revocation has begun.</summary>
    public AcrSecret Password => current.Secret;

    /// <summary>When it was minted, on the service's clock.</summary>
    public DateTimeOffset MintedOn { get; }

    /// <summary>When the password expires, on the service's clock, as the service reported it.</summary>
    public DateTimeOffset ExpiresOn => current.ExpiresOn;

    /// <summary>When the token was disabled; null before that.</summary>
    public DateTimeOffset? RevokedOn { get; private set; }

    /// <summary>
    /// When the registry was first seen to refuse the password, after the token was disabled. Null unless
    /// <see cref="AcrTokenMintSettings.RevocationProof"/> is on.
    /// </summary>
    public DateTimeOffset? RefusedOn { get; private set; }

    /// <summary>
    /// Disables the token, then deletes it, unless it is kept. Tries up to 6 times with back-off, within
    /// <see cref="AcrClientOptions.RevokeTimeout"/>. Concurrent callers share one revocation. After a success further calls do nothing; after a
    /// failure the next call tries again. A token that does not exist, or has expired, counts as revoked.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait, not the revocation.</param>
    /// <exception cref="AcrException">The service refused. The lease is not revoked.</exception>
    public Task RevokeAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (revocation is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                End();
                if (IsDetached)
                    LeaseBook.Add(this); // this process ends it after all
                revocation = Task.Run(RunAsync, CancellationToken.None);
                LeaseBook.NoteEnd(this, revocation);
            }

            return revocation.WaitAsync(cancellationToken);
        }
    }

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
            await RevokeAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LogOnce(failure);
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>The token's name; never the password.</summary>
    public override string ToString() => Name;

    string IOpenToken.State => RevokedOn is null ? OpenState.Enabled(last.ExpiresOn) : OpenState.Disabled;

    Task IOpenToken.EndAsync() => RevokeAsync();

    /// <summary>Begins what lasts until the lease ends: its trace, and renewals in time.</summary>
    internal void BeginUse()
    {
        if (settings.WhatIf || over.Task.IsCompleted)
            return;

        use = new TokenOperation("use", client, Name) { Registry = id.Parent!.Name };
        BeginAutoRenewal();
    }

    /// <summary>Ends the lease from the start: there is no token.</summary>
    internal AcrTokenLease Rehearsed()
    {
        End();
        revocation = Task.CompletedTask;
        return this;
    }

    private void End()
    {
        Password.End();
        use?.End();
        over.TrySetResult();
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

    private async Task RunAsync()
    {
        RemoveDockerConfig();
        try
        {
            await new Revocation(client, id, settings.KeepDisabled, () => last.ExpiresOn)
                .RunAsync(RevokedOn is null, now => RevokedOn = now, CancellationToken.None)
                .ConfigureAwait(false);
            LeaseBook.Remove(this);
        }
        finally
        {
            use?.Dispose();
        }

        client.Log.LogInformation("Revoked token {Token}", Name);

        if (settings.RevocationProof && RefusedOn is null)
            await ProveAsync().ConfigureAwait(false);
        LeaseBook.ClearFailure(this);
    }

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
