namespace AcrTokens;

/// <summary>
/// A private docker configuration that holds the credentials of one registry. Everything that is started
/// with its <see cref="Variables"/> (docker, the .NET SDK's container publish, skopeo, podman, buildah, oras, helm) logs in with it.
/// All else of the user's own configuration is in it too: current context, proxies, headers, plugins, builders. The user's own stays
/// untouched, and builds beside each other do not meet.
/// </summary>
/// <remarks>
/// The folder lies below one of the user's own: in <c>XDG_RUNTIME_DIR</c> where that is the user's alone, else in the temporary folder, else in
/// the user's local application data. On Unix its mode is 0700 and its file's 0600; on Windows only the user has access.
/// <see cref="Dispose"/> removes it; what a killed process left is removed at the next mint.
/// </remarks>
public sealed class AcrDockerConfig : IDisposable
{
    private const string FileName = "config.json";

    private readonly PrivateFolder folder;
    private readonly string? builders;

    private AcrDockerConfig(PrivateFolder folder, string? builders)
    {
        this.folder = folder;
        this.builders = builders;
    }

    /// <summary>
    /// The folder's full path: the value for docker's <c>--config</c>. Hand a process <see cref="Variables"/>, not this as
    /// <c>DOCKER_CONFIG</c> alone: the .NET SDK, skopeo, podman and buildah read the user's <c>containers/auth.json</c> before that.
    /// </summary>
    public string Directory => folder.Path;

    /// <summary>The full path of its <c>config.json</c>: the value for <c>--authfile</c> and the like.</summary>
    public string ConfigFile => Path.Combine(Directory, FileName);

    /// <summary>
    /// What leads a tool to it: <c>DOCKER_CONFIG</c> (docker, oras), <c>REGISTRY_AUTH_FILE</c> (the .NET SDK, skopeo, podman, buildah),
    /// <c>HELM_REGISTRY_CONFIG</c> (helm). <c>BUILDX_CONFIG</c> leads buildx to the user's own builders, and an empty <c>DOCKER_AUTH_CONFIG</c>
    /// hides logins that docker would prefer. Paths only, nothing secret; for the environment of the tool's process.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>
            {
                ["DOCKER_CONFIG"] = Directory,
                ["DOCKER_AUTH_CONFIG"] = "",
                ["REGISTRY_AUTH_FILE"] = ConfigFile,
                ["HELM_REGISTRY_CONFIG"] = ConfigFile,
            };
            if (builders is not null)
                variables["BUILDX_CONFIG"] = builders;
            return variables;
        }
    }

    /// <summary>Removes what <see cref="AcrTokenLease.DetachAsync"/> left for a token in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="tokenName">The token's name.</param>
    /// <returns>False where there is no such folder, or it is not that token's: then it is left as it is.</returns>
    /// <exception cref="IOException">Something in it cannot be removed. The credentials went first.</exception>
    public static bool Remove(string directory, string tokenName)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!PrivateFolder.IsKept(directory, tokenName))
            return false;

        PrivateFolder.RemoveKept(directory);
        return true;
    }

    /// <param name="loginServers">The registry's hosts, each with an entry.</param>
    /// <param name="username">The token's name.</param>
    /// <param name="password">Its password.</param>
    /// <param name="user">Whose configuration it starts from. Default: that of this process's user.</param>
    /// <param name="withUsersLogins">Whether the user's logins of other hosts are in it.</param>
    /// <param name="isOwn">Whether a host is the registry's besides, so that the user's login for it stays out. Default: none is.</param>
    /// <param name="places">Where the folder may lie. Default: this user's places.</param>
    /// <exception cref="AcrException">The folder cannot be made or written to, or the user's configuration cannot be read.</exception>
    internal static AcrDockerConfig Create(
        IReadOnlyList<string> loginServers,
        string username,
        AcrSecret password,
        UserDocker? user = null,
        bool withUsersLogins = false,
        Func<string, bool>? isOwn = null,
        IReadOnlyList<PrivatePlace>? places = null
    ) => Create(() => PrivateFolder.Create(places), loginServers, username, password, user, withUsersLogins, isOwn);

    /// <summary>The same in a folder that outlives this process; <see cref="Remove"/> knows it again.</summary>
    /// <exception cref="AcrException">The folder is there, cannot be made or written to, or the user's configuration cannot be read.</exception>
    internal static AcrDockerConfig Keep(
        string directory,
        IReadOnlyList<string> loginServers,
        string username,
        AcrSecret password,
        bool withUsersLogins,
        Func<string, bool> isOwn
    ) => Create(() => PrivateFolder.Keep(directory, username), loginServers, username, password, null, withUsersLogins, isOwn);

    private static AcrDockerConfig Create(
        Func<PrivateFolder> make,
        IReadOnlyList<string> loginServers,
        string username,
        AcrSecret password,
        UserDocker? user,
        bool withUsersLogins,
        Func<string, bool>? isOwn
    )
    {
        user ??= UserDocker.Find();
        var auths = new DockerAuths(loginServers, SecretForms.Login(username, password.Reveal()), isOwn ?? (_ => false));
        var json = user.Read(auths, withUsersLogins);
        var text = json.ToJsonString();
        AcrRedaction.Add(text); // somebody may make a Kubernetes secret of it
        var config = new AcrDockerConfig(make(), user.Builders);
        try
        {
            config.folder.Write(FileName, text);
            if (user.Folder is { } docker)
                config.folder.Fill(folder => UserDockerFiles.AddTo(folder, new DirectoryInfo(docker)));
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    /// <summary>Lets a tool write to it, and puts back what it does not know of: some write the logins alone.</summary>
    internal async Task KeepAsync(Func<Task> write)
    {
        var before = DockerJson.Parse(await File.ReadAllTextAsync(ConfigFile).ConfigureAwait(false));
        await write().ConfigureAwait(false);

        var after = DockerJson.Parse(await File.ReadAllTextAsync(ConfigFile).ConfigureAwait(false));
        DockerAuths.RemoveFrom(before);
        var lost = before.Where(member => !after.ContainsKey(member.Key)).ToList();
        if (lost.Count == 0)
            return;

        foreach (var (key, value) in lost)
            after[key] = value?.DeepClone();
        folder.Replace(FileName, after.ToJsonString());
    }

    /// <summary>Removes the folder and the credentials in it. May be called again.</summary>
    public void Dispose() => folder.Dispose();
}
