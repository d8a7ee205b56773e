namespace AcrTokens;

/// <summary>
/// A private docker configuration with the credentials of one registry. Tools started with its <see cref="Variables"/> (docker, the .NET SDK's
/// container publish, skopeo, podman, buildah, oras, helm) log in with it. It includes the rest of the user's configuration: current context,
/// proxies, headers, plugins, builders. The user's files are not changed, and concurrent builds do not interfere.
/// </summary>
/// <remarks>
/// The folder is in a private parent folder: in <c>XDG_RUNTIME_DIR</c> if only the user can access that, else in the temporary folder, else in the
/// user's local application data. On Unix its mode is 0700 and its file's 0600; on Windows only the user has access. <see cref="Dispose"/> removes
/// it. The next mint removes the folders of killed processes.
/// </remarks>
public sealed class AcrDockerConfig : IDisposable
{
    private const string FileName = "config.json";

    private readonly PrivateFolder folder;
    private readonly RegistryLogin login;
    private readonly string? builders;

    private AcrDockerConfig(PrivateFolder folder, RegistryLogin login, string? builders)
    {
        this.folder = folder;
        this.login = login;
        this.builders = builders;
    }

    /// <summary>
    /// The folder's full path: the value for docker's <c>--config</c>. Pass <see cref="Variables"/> to processes rather than this path as
    /// <c>DOCKER_CONFIG</c> alone: the .NET SDK, skopeo, podman and buildah read the user's <c>containers/auth.json</c> first.
    /// </summary>
    public string Directory => folder.Path;

    /// <summary>The full path of its <c>config.json</c>: the value for <c>--authfile</c> and the like.</summary>
    public string ConfigFile => Path.Combine(Directory, FileName);

    /// <summary>
    /// The variables that make tools use the folder: <c>DOCKER_CONFIG</c> (docker, oras), <c>REGISTRY_AUTH_FILE</c> (the .NET SDK, skopeo, podman,
    /// buildah), <c>HELM_REGISTRY_CONFIG</c> (helm). <c>BUILDX_CONFIG</c> points buildx to the user's builders, and an empty
    /// <c>DOCKER_AUTH_CONFIG</c> hides logins that docker would prefer. They hold paths only, no secrets. Set them in the environment of the tool's
    /// process.
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

    /// <summary>Removes the folder that <see cref="AcrTokenLease.DetachAsync"/> left for a token.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="tokenName">The token's name.</param>
    /// <returns>False if the folder does not exist, or belongs to something else: then it is left as it is.</returns>
    /// <exception cref="IOException">Something in it cannot be removed. The credentials were removed first.</exception>
    public static bool Remove(string directory, string tokenName)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!PrivateFolder.IsKept(directory, tokenName))
            return false;

        PrivateFolder.RemoveKept(directory);
        return true;
    }

    /// <param name="login">The login, with an entry for each host.</param>
    /// <param name="user">The docker configuration to start from. Default: that of this process's user.</param>
    /// <param name="withUsersLogins">Whether to include the user's logins for other hosts.</param>
    /// <param name="isOwn">Whether another host belongs to the registry, so that the user's login for it is left out. Default: none does.</param>
    /// <param name="places">Where to create the folder. Default: this user's places.</param>
    /// <exception cref="AcrException">The folder cannot be created or written to, or the user's configuration cannot be read.</exception>
    internal static AcrDockerConfig Create(
        RegistryLogin login,
        UserDocker? user = null,
        bool withUsersLogins = false,
        Func<string, bool>? isOwn = null,
        IReadOnlyList<PrivatePlace>? places = null
    ) => Create(() => PrivateFolder.Create(places), login, user, withUsersLogins, isOwn);

    /// <summary>Creates one in a folder that outlives this process; see <see cref="Remove"/>.</summary>
    /// <exception cref="AcrException">The folder exists, cannot be created or written to, or the user's configuration cannot be read.</exception>
    internal static AcrDockerConfig Keep(string directory, RegistryLogin login, bool withUsersLogins, Func<string, bool> isOwn) =>
        Create(() => PrivateFolder.Keep(directory, login.Username), login, null, withUsersLogins, isOwn);

    private static AcrDockerConfig Create(
        Func<PrivateFolder> make,
        RegistryLogin login,
        UserDocker? user,
        bool withUsersLogins,
        Func<string, bool>? isOwn
    )
    {
        user ??= UserDocker.Find();
        var auths = new DockerAuths(login.Hosts, SecretForms.Login(login.Username, login.Password.Reveal()), isOwn ?? (_ => false));
        var json = user.Read(auths, withUsersLogins);
        var text = json.ToJsonString();
        AcrRedaction.Add(text); // users make Kubernetes secrets of it
        var config = new AcrDockerConfig(make(), login, user.Builders);
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

    /// <summary>Lets a tool write to it and restores the settings that the tool dropped: some tools write only the logins.</summary>
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

    /// <summary>Replaces the password in every login for the registry's hosts, also in those that tools wrote.</summary>
    /// <exception cref="AcrException">The file cannot be written.</exception>
    internal void Renew(AcrSecret password)
    {
        var before = File.ReadAllText(ConfigFile);
        var config = DockerJson.Parse(before);
        DockerAuths.Renew(config, login.Hosts, SecretForms.Login(login.Username, password.Reveal()));
        var text = config.ToJsonString();
        if (text == before)
            return;

        AcrRedaction.Add(text);
        folder.Replace(FileName, text);
    }

    /// <summary>Removes the folder with the credentials. May be called more than once.</summary>
    public void Dispose() => folder.Dispose();
}
