using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// A minted token, to be used and then ended. Whatever becomes of the lease, its password expires at the registry
/// at <see cref="ExpiresOn"/>.
/// </summary>
/// <remarks>
/// Revoking refuses new logins. An access token that the registry issued before lives on until it expires, by
/// Microsoft's documentation up to 75 minutes.
/// </remarks>
public sealed class AcrTokenLease : IAsyncDisposable, IDisposable, IOpenToken
{
    private readonly AcrClient client;
    private readonly ResourceIdentifier id;
    private readonly AcrTokenMintSettings settings;
    private readonly Lock gate = new();
    private Task? revocation;
    private AcrDockerConfig? dockerConfig;

    internal AcrTokenLease(AcrClient client, ResourceIdentifier id, AcrSecret password, DateTimeOffset mintedOn, DateTimeOffset expiresOn, AcrTokenMintSettings settings)
    {
        this.client = client;
        this.id = id;
        this.settings = settings;
        Password = password;
        MintedOn = mintedOn;
        ExpiresOn = expiresOn;
        if (settings.WhatIf)
            EndRehearsal();
        else
            LeaseBook.Add(this);
    }

    /// <summary>The token's name, which is the user name to log in with.</summary>
    public string Name => id.Name;

    /// <summary>The token's full resource id.</summary>
    public string ResourceId => id.ToString();

    /// <summary>The password. It cannot be revealed any more once revoking has begun.</summary>
    public AcrSecret Password { get; }

    /// <summary>When it was minted.</summary>
    public DateTimeOffset MintedOn { get; }

    /// <summary>From when on the registry refuses the password.</summary>
    public DateTimeOffset ExpiresOn { get; }

    /// <summary>When the token was disabled; null while it is not.</summary>
    public DateTimeOffset? RevokedOn { get; private set; }

    /// <summary>When the registry was seen to refuse the password, after the token was disabled; null unless <see cref="AcrTokenMintSettings.RevocationProof"/> is on.</summary>
    public DateTimeOffset? RefusedOn { get; private set; }

    /// <summary>The host to push to. Asks Azure once where the registry was not named by its login server.</summary>
    public async Task<string> GetLoginServerAsync(CancellationToken cancellationToken = default) =>
        await client.Registries.GetLoginServerAsync(id.Parent!, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc cref="GetLoginServerAsync"/>
    public string GetLoginServer() => GetLoginServerAsync().GetAwaiter().GetResult();

    /// <summary>
    /// A private docker configuration folder with this lease's credentials, the same at every call. It is removed when the
    /// lease is revoked, also when revoking fails.
    /// </summary>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public async Task<AcrDockerConfig> GetDockerConfigAsync(CancellationToken cancellationToken = default)
    {
        var loginServer = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        lock (gate)
        {
            return dockerConfig ??= AcrDockerConfig.Create(loginServer, Name, Password, settings.UserDockerConfig ? CarriedDockerConfig.ReadWithout(loginServer) : null);
        }
    }

    /// <inheritdoc cref="GetDockerConfigAsync"/>
    public AcrDockerConfig GetDockerConfig() => GetDockerConfigAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Lets a tool log in by itself, for one that does not take a docker configuration as it is. The password reaches it on its standard
    /// input; what it stores goes to <see cref="GetDockerConfig"/>, not to the user's own configuration: run the tool with
    /// <see cref="AcrDockerConfig.Variables"/> afterwards.
    /// </summary>
    /// <param name="tool">Which. Default <see cref="AcrLoginTool.Docker"/>.</param>
    /// <param name="cancellationToken">Ends the tool.</param>
    /// <exception cref="AcrException">The tool is not on <c>PATH</c>, or could not log in; the message holds what it said.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public async Task LoginAsync(AcrLoginTool? tool = null, CancellationToken cancellationToken = default)
    {
        var config = await GetDockerConfigAsync(cancellationToken).ConfigureAwait(false);
        await ToolLogin.RunAsync(tool ?? AcrLoginTool.Docker, await GetLoginServerAsync(cancellationToken).ConfigureAwait(false), Name, Password, config, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="LoginAsync"/>
    public void Login(AcrLoginTool? tool = null) => LoginAsync(tool).GetAwaiter().GetResult();

    /// <summary>
    /// The user name and the password in clear, as the variables that the .NET SDK's container publish reads:
    /// <c>DOTNET_CONTAINER_REGISTRY_UNAME</c> and <c>…_PWORD</c>, and their older names <c>SDK_CONTAINER_REGISTRY_…</c>.
    /// For the environment of that one process. It sends them to the base image's registry as well: <see cref="GetDockerConfig"/> is the better way.
    /// </summary>
    /// <remarks>
    /// Among them are those that keep MSBuild's nodes and the compiler's server from outliving the process, with its environment.
    /// At <c>-v:diagnostic</c>, and in a binary log, MSBuild writes every variable that begins with <c>DOTNET_</c>, and so the password.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public IReadOnlyDictionary<string, string> RevealContainerVariables() => new Dictionary<string, string>
    {
        ["DOTNET_CONTAINER_REGISTRY_UNAME"] = Name,
        ["DOTNET_CONTAINER_REGISTRY_PWORD"] = Password.Reveal(),
        ["SDK_CONTAINER_REGISTRY_UNAME"] = Name,
        ["SDK_CONTAINER_REGISTRY_PWORD"] = Password.Reveal(),
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>
    /// Logs in to the registry's token server with the lease's name and password, also after it was revoked.
    /// </summary>
    /// <returns>True when the registry accepts them; false when it answers 401.</returns>
    /// <exception cref="AcrException">The token server did not answer, or neither accepted nor refused.</exception>
    public async Task<bool> CanLogInAsync(CancellationToken cancellationToken = default)
    {
        var loginServer = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        return await client.TokenServer.AcceptsAsync(loginServer, Name, Password.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="CanLogInAsync"/>
    public bool CanLogIn() => CanLogInAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Disables the token, then deletes it (unless it is to be kept). Tries up to 6 times, with growing pauses, within
    /// <see cref="AcrClientOptions.RevokeTimeout"/>. Callers at the same time share one revocation; after a success more calls
    /// do nothing, after a failure the next one tries again. A token that is gone, or has expired, counts as revoked.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting, not the revocation.</param>
    /// <exception cref="AcrException">The service refused; the lease is still to be revoked.</exception>
    public Task RevokeAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (revocation is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                revocation = Task.Run(RunAsync, CancellationToken.None);
                LeaseBook.NoteEnd(this, revocation);
            }

            return revocation.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc cref="RevokeAsync"/>
    public void Revoke() => RevokeAsync().GetAwaiter().GetResult();

    /// <summary>Revokes. A failure is logged, not thrown, so that it cannot hide the exception that led here.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever it is, it must not hide the body's exception.")]
    public async ValueTask DisposeAsync()
    {
        try
        {
            await RevokeAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            client.Logger.LogError(failure, "Token {Token} could not be revoked and is good until {ExpiresOn:u}", Name, ExpiresOn);
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>The token's name; never the password.</summary>
    public override string ToString() => Name;

    Task IOpenToken.EndAsync() => RevokeAsync();

    private void EndRehearsal()
    {
        Password.End();
        revocation = Task.CompletedTask;
    }

    private async Task RunAsync()
    {
        Password.End();
        RemoveDockerConfig();
        await new Revocation(client, id, ExpiresOn, settings.KeepDisabled).RunAsync(RevokedOn is null, now => RevokedOn = now).ConfigureAwait(false);
        LeaseBook.Remove(this);
        client.Logger.LogInformation("Revoked token {Token}", Name);

        if (settings.RevocationProof && RefusedOn is null)
            await ProveAsync().ConfigureAwait(false);
    }

    private async Task ProveAsync()
    {
        if (await CanLogInAsync(CancellationToken.None).ConfigureAwait(false))
        {
            throw new AcrException($"Token '{Name}' was revoked, but the registry still accepts its password. How soon it refuses is not documented: revoke again to ask again.")
            {
                Operation = "prove the revocation",
                Resource = ResourceId,
            };
        }

        RefusedOn = client.Clock.GetUtcNow();
        client.Logger.LogInformation("The registry refuses token {Token}", Name);
    }

    // None is made any more: the password has ended.
    private void RemoveDockerConfig()
    {
        lock (gate)
        {
            try
            {
                dockerConfig?.Dispose();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                client.Logger.LogWarning(failure, "The docker configuration {Directory} could not be removed", dockerConfig?.Directory);
            }
        }
    }
}
