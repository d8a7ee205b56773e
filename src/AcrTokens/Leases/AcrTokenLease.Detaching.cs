using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

// Passing a lease to another process.
public sealed partial class AcrTokenLease
{
    /// <summary>Whether the lease was detached: see <see cref="Detach"/>.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>
    /// Leaves the token to another process, which attaches to it with <see cref="AttachAsync"/> or revokes it with <c>AcrTokenRevoke</c>. Neither
    /// <see cref="Dispose"/> nor the end of this process revokes it any more; <see cref="Revoke"/> still does. The password can still be revealed;
    /// the docker configuration is removed. Logs once which token is left, and until when.
    /// </summary>
    /// <exception cref="InvalidOperationException">The lease's revocation has begun.</exception>
    public void Detach() => Leave(() => { });

    // The lease cannot be renewed meanwhile.
    private void Leave(Action handOver)
    {
        lock (gate)
        {
            if (settings.WhatIf)
                return;

            if (!IsDetached)
                Password.ThrowIfEnded();
            handOver();
            if (IsDetached)
                return;

            IsDetached = true;
        }

        over.TrySetResult();
        LeaseBook.Remove(this);
        RemoveDockerConfig();
        WriteAudit("detached", "detach");
        client.Log.LogInformation(
            "Token {Token} is detached: this process does not revoke it any more. It is good until {ExpiresOn:u}",
            Name,
            last.ExpiresOn // the answer to a renewal may be on its way
        );
        use?.Dispose();
    }

    /// <summary>
    /// Leaves the token to other processes, as <see cref="Detach"/> does, with its docker configuration in a folder that outlives this process: for
    /// jobs with separate steps. <see cref="AcrDockerConfig.Remove"/> removes the folder in the step that revokes the token.
    /// </summary>
    /// <param name="directory">The folder: a new one, or an empty one that only this user can access.</param>
    /// <param name="cancellationToken">Cancels reading the registry's login server.</param>
    /// <exception cref="AcrException">The folder cannot be created. The lease is not detached.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended, or is rehearsed.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The folder is to stay: a later process removes it.")]
    public async Task DetachAsync(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var loginServers = await GetLoginServersAsync(cancellationToken).ConfigureAwait(false);
        Password.ThrowIfEnded();
        Leave(() =>
            AcrDockerConfig.Keep(directory, new RegistryLogin(loginServers, Name, Password), settings.UserDockerConfig, settings.OwnHosts.Contains)
        );
    }

    /// <summary>
    /// Attaches to a token that another process minted and detached. This process then revokes it: by <see cref="Revoke"/>, by <see cref="Dispose"/>,
    /// or when it ends. The password is unknown here.
    /// </summary>
    /// <param name="client">The client, such as NUKE's <c>AcrTokenTasks.Client</c>.</param>
    /// <param name="settings">The token's name and registry, and whether to keep the token, disabled.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    /// <exception cref="AcrException">The settings are wrong, there is no such token (status 404), or the service refused.</exception>
    public static Task<AcrTokenLease> AttachAsync(AcrClient client, AcrTokenRevokeSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.AttachAsync(settings, cancellationToken);
    }

    /// <inheritdoc cref="AttachAsync"/>
    public static AcrTokenLease Attach(AcrClient client, AcrTokenRevokeSettings settings) => AttachAsync(client, settings).GetAwaiter().GetResult();
}
