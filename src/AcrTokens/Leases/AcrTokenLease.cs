using System.Diagnostics.CodeAnalysis;
using Azure.Core;

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
    private readonly OwnPasswords? own; // on an existing token
    private readonly Lock gate = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "The revocation and Detach dispose it.")]
    private TokenOperation? use;

    private volatile LeasePassword current;
    private volatile LeasePassword last; // the last to expire, if a renewal's answer was lost

    /// <param name="client">The client.</param>
    /// <param name="token">The token and its password.</param>
    /// <param name="settings">The mint's settings.</param>
    /// <param name="own">For an existing token, which stays: the lease's passwords.</param>
    internal AcrTokenLease(AcrClient client, MintedToken token, AcrTokenMintSettings settings, OwnPasswords? own = null)
    {
        this.client = client;
        this.settings = settings;
        this.own = own;
        (id, current, MintedOn) = token;
        last = current;
    }

    /// <summary>The token's name, which is the user name to log in with.</summary>
    public string Name => id.Name;

    /// <summary>The token's full resource id.</summary>
    public string ResourceId => id.ToString();

    /// <summary>The password: after <see cref="RenewAsync"/> another one. It cannot be revealed once the revocation has begun.</summary>
    public AcrSecret Password => current.Secret;

    /// <summary>Which of the token's two passwords it is: needed to revoke a lease on an existing token from another process.</summary>
    public AcrTokenPasswordName PasswordName => current.Name;

    /// <summary>When it was minted, on the service's clock.</summary>
    public DateTimeOffset MintedOn { get; }

    /// <summary>When the password expires, on the service's clock, as the service reported it.</summary>
    public DateTimeOffset ExpiresOn => current.ExpiresOn;

    /// <summary>When the token was disabled, or lost the lease's password; null before that.</summary>
    public DateTimeOffset? RevokedOn { get; private set; }

    /// <summary>
    /// When the registry was first seen to refuse the password, after the token was disabled. Null unless
    /// <see cref="AcrTokenMintSettings.RevocationProof"/> is on.
    /// </summary>
    public DateTimeOffset? RefusedOn { get; private set; }

    /// <summary>The token's name; never the password.</summary>
    public override string ToString() => Name;

    AcrClient IOpenToken.Client => client;

    string IOpenToken.State => RevokedOn is null ? OpenState.Enabled(last.ExpiresOn) : OpenState.Disabled;

    Task IOpenToken.EndAsync() => RevokeForAsync(client.ProcessEnd.Cause ?? "end of build", CancellationToken.None);

    /// <summary>Begins what lasts until the lease ends: its trace, and renewals in time.</summary>
    internal void BeginUse()
    {
        if (settings.WhatIf || over.Task.IsCompleted)
            return;

        use = new TokenOperation("use", client, Name) { Registry = id.Parent!.Name };
        BeginAutoRenewal();
    }

    /// <summary>Whether its revocation has begun, or it was detached.</summary>
    internal bool IsOver => over.Task.IsCompleted;

    /// <summary>A lease that has ended from the start: there is no token.</summary>
    internal static AcrTokenLease Rehearsed(AcrClient client, ResourceIdentifier id, DateTimeOffset expiresOn, AcrTokenMintSettings settings)
    {
        var password = new LeasePassword(new AcrSecret(""), AcrTokenPasswordName.Password1, expiresOn);
        var lease = new AcrTokenLease(client, new(id, password, client.Time.Now), settings);
        lease.End();
        lease.revocation = Task.CompletedTask;
        return lease;
    }

    private void End()
    {
        Password.End();
        use?.End();
        over.TrySetResult();
    }
}
