using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

// From one process to another.
public sealed partial class AcrTokenLease
{
    /// <summary>Whether this process leaves the token to another: see <see cref="Detach"/>.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>
    /// Leaves the token to another process, which takes it up by <see cref="AttachAsync"/> or ends it by <c>AcrTokenRevoke</c>: neither
    /// <see cref="Dispose"/> nor the end of this process revokes it any more. The password stays to be revealed; the docker configuration is removed.
    /// The log says once what is left, and until when. <see cref="Revoke"/> still revokes.
    /// </summary>
    /// <exception cref="InvalidOperationException">Its revocation has begun.</exception>
    public void Detach()
    {
        lock (gate)
        {
            if (IsDetached || settings.WhatIf)
                return;

            Password.ThrowIfEnded();
            IsDetached = true;
        }

        LeaseBook.Remove(this);
        RemoveDockerConfig();
        client.Log.LogInformation(
            "Token {Token} is detached: this process does not revoke it any more. It is good until {ExpiresOn:u}",
            Name,
            ExpiresOn
        );
    }

    /// <summary>
    /// Leaves the token to other processes as <see cref="Detach"/> does, with its docker configuration in a folder that outlives this one: for jobs
    /// whose steps are apart. <see cref="AcrDockerConfig.Remove"/> removes it in the step that ends the token.
    /// </summary>
    /// <param name="directory">The folder: one that is not there, or an empty one that only this user has access to.</param>
    /// <param name="cancellationToken">Ends the question for the registry's login server.</param>
    /// <exception cref="AcrException">It cannot be made; the lease is still to be revoked.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended, or is rehearsed.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The folder is to stay: a later process removes it.")]
    public async Task DetachAsync(string directory, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var loginServers = await GetLoginServersAsync(cancellationToken).ConfigureAwait(false);
        Password.ThrowIfEnded();
        var kept = AcrDockerConfig.Keep(directory, loginServers, Name, Password, settings.UserDockerConfig, settings.OwnHosts.Contains);
        try
        {
            Detach();
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Takes up a token that another process minted and detached, to revoke it: by <see cref="Revoke"/>, by <see cref="Dispose"/>, at the end of
    /// this process at the latest. The password is not known here.
    /// </summary>
    /// <param name="client">Where to go through, such as NUKE's <c>AcrTokenTasks.Client</c>.</param>
    /// <param name="settings">The token's name and its registry; whether to keep it, disabled.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <exception cref="AcrException">The settings are wrong, there is no such token (status 404), or the service refused.</exception>
    public static Task<AcrTokenLease> AttachAsync(AcrClient client, AcrTokenRevokeSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.AttachAsync(settings, cancellationToken);
    }

    /// <inheritdoc cref="AttachAsync"/>
    public static AcrTokenLease Attach(AcrClient client, AcrTokenRevokeSettings settings) => AttachAsync(client, settings).GetAwaiter().GetResult();
}
