using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

// Passing the credentials to tools.
public sealed partial class AcrTokenLease
{
    private AcrDockerConfig? dockerConfig;

    /// <summary>The host to push to. Reads the registry once if it was not named by its login server.</summary>
    public async Task<string> GetLoginServerAsync(CancellationToken cancellationToken = default) =>
        await client.Registries.GetLoginServerAsync(settings, id.Parent!, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc cref="GetLoginServerAsync"/>
    public string GetLoginServer() => GetLoginServerAsync().GetAwaiter().GetResult();

    /// <summary>
    /// A private docker configuration folder with this lease's credentials, the same on every call. It is removed when the lease is revoked, even if
    /// the revocation fails.
    /// </summary>
    /// <exception cref="AcrException">The folder cannot be created. The message names it, and the variable that chooses another.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended, or is detached.</exception>
    public async Task<AcrDockerConfig> GetDockerConfigAsync(CancellationToken cancellationToken = default)
    {
        var loginServers = await GetLoginServersAsync(cancellationToken).ConfigureAwait(false);
        lock (gate)
        {
            Password.ThrowIfEnded();
            if (IsDetached)
                throw new InvalidOperationException($"Lease '{Name}' is detached: nobody here would remove its docker configuration.");
            return dockerConfig ??= AcrDockerConfig.Create(
                new RegistryLogin(loginServers, Name, Password),
                withUsersLogins: settings.UserDockerConfig,
                isOwn: settings.OwnHosts.Contains
            );
        }
    }

    /// <inheritdoc cref="GetDockerConfigAsync"/>
    public AcrDockerConfig GetDockerConfig() => GetDockerConfigAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Runs a tool's login command, for tools that do not accept a docker configuration as it is. The password is written to its standard input. It
    /// stores its login in <see cref="GetDockerConfig"/>, not in the user's configuration: run the tool with <see cref="AcrDockerConfig.Variables"/>
    /// afterwards.
    /// </summary>
    /// <param name="tool">The tool. Default: <see cref="AcrLoginTool.Docker"/>.</param>
    /// <param name="cancellationToken">Kills the tool.</param>
    /// <exception cref="AcrException">The tool is not on <c>PATH</c>, or could not log in. The message holds its output.</exception>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public async Task LoginAsync(AcrLoginTool? tool = null, CancellationToken cancellationToken = default)
    {
        var config = await GetDockerConfigAsync(cancellationToken).ConfigureAwait(false);
        var loginServer = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        var used = Password;
        await config
            .KeepAsync(() => ToolLogin.RunAsync(tool ?? AcrLoginTool.Docker, new RegistryLogin([loginServer], Name, used), config, cancellationToken))
            .ConfigureAwait(false);
        lock (gate)
        {
            if (Password != used)
                config.Renew(Password); // renewed while the tool wrote the one before
        }
    }

    /// <inheritdoc cref="LoginAsync"/>
    public void Login(AcrLoginTool? tool = null) => LoginAsync(tool).GetAwaiter().GetResult();

    /// <summary>
    /// The user name and the password in clear text, as the variables that the .NET SDK's container publish reads:
    /// <c>DOTNET_CONTAINER_REGISTRY_UNAME</c> and <c>…_PWORD</c>, and their older names <c>SDK_CONTAINER_REGISTRY_…</c>. Set them only for that
    /// process. The SDK sends them to the base image's registry too: prefer <see cref="GetDockerConfig"/>.
    /// </summary>
    /// <remarks>
    /// Includes the variables that keep MSBuild's nodes and the compiler server from outliving the process with its environment. At
    /// <c>-v:diagnostic</c>, and in a binary log, MSBuild writes every variable that begins with <c>DOTNET_</c>, the password included.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public IReadOnlyDictionary<string, string> RevealContainerVariables() =>
        new Dictionary<string, string>
        {
            ["DOTNET_CONTAINER_REGISTRY_UNAME"] = Name,
            ["DOTNET_CONTAINER_REGISTRY_PWORD"] = Password.Reveal(),
            ["SDK_CONTAINER_REGISTRY_UNAME"] = Name,
            ["SDK_CONTAINER_REGISTRY_PWORD"] = Password.Reveal(),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["UseSharedCompilation"] = "false",
        };

    /// <summary>Logs in to the registry's token server with the lease's name and password, even after the revocation.</summary>
    /// <returns>True if the registry accepts them; false if it responds with 401.</returns>
    /// <exception cref="AcrException">The token server did not respond, or neither accepted nor refused them.</exception>
    public async Task<bool> CanLogInAsync(CancellationToken cancellationToken = default)
    {
        var loginServer = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        return await client.TokenServer.AcceptsAsync(loginServer, Name, Password.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="CanLogInAsync"/>
    public bool CanLogIn() => CanLogInAsync().GetAwaiter().GetResult();

    // No new one is created: the password has ended.
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever it is, the token is still to be revoked.")]
    private void RemoveDockerConfig()
    {
        lock (gate)
        {
            try
            {
                dockerConfig?.Dispose();
            }
            catch (Exception failure)
            {
                client.Log.LogWarning(failure, "The docker configuration {Directory} could not be removed", dockerConfig?.Directory);
            }
        }
    }
}
