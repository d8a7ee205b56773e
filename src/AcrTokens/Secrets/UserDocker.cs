using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>The user's own docker: where its files are, and what they say.</summary>
/// <param name="Folder">Docker's folder: <c>DOCKER_CONFIG</c>, else the user's <c>.docker</c>.</param>
internal sealed record UserDocker(string Folder)
{
    private const string DockerConfig = "DOCKER_CONFIG";
    private const string AuthConfigVariable = "DOCKER_AUTH_CONFIG";
    private const string PluginFolders = "cliPluginsExtraDirs";

    private const string MendFolder = $"Mend it, or let {DockerConfig} name another folder";

    /// <summary>Where buildx keeps its builders.</summary>
    public string Builders { get; init; } = Path.Combine(Folder, "buildx");

    /// <summary>Where podman, skopeo and the .NET SDK look for logins before they look at docker's.</summary>
    public IReadOnlyList<string> AuthFiles { get; init; } = [];

    /// <summary>Logins that docker 28.3 and later prefers to those of its file: the value of <c>DOCKER_AUTH_CONFIG</c>.</summary>
    public string? AuthConfig { get; init; }

    private string ConfigFile => Path.Combine(Folder, "config.json");

    private string Plugins => Path.Combine(Folder, "cli-plugins");

    /// <summary>As the environment has it. Default: this process's.</summary>
    public static UserDocker Find(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var docker = new UserDocker(At(DockerConfig) ?? Path.Combine(home, ".docker"))
        {
            AuthFiles = At("REGISTRY_AUTH_FILE") is { } only ? [only] : [.. AuthFolders().Select(folder => Path.Combine(folder, "auth.json"))],
            AuthConfig = read(AuthConfigVariable),
        };
        return At("BUILDX_CONFIG") is { } builders ? docker with { Builders = builders } : docker;

        string? At(string name) => read(name) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

        IEnumerable<string> AuthFolders()
        {
            if (At("XDG_RUNTIME_DIR") is { } runtime)
                yield return Path.Combine(runtime, "containers");
            else if (OperatingSystem.IsLinux())
                yield return $"/run/containers/{UnixStatus.GetUser()}";
            yield return Path.Combine(At("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config"), "containers");
        }
    }

    /// <summary>Reads what a lease's configuration takes over, so that a mistake in it is told before a token is made.</summary>
    /// <exception cref="AcrException">Something cannot be read.</exception>
    public void Check(bool withLogins) => Read([], "", withLogins);

    /// <summary>A configuration with a lease's login and all of the user's that is no credential, such as proxies, headers and the current context.</summary>
    /// <param name="ownHosts">The hosts that the lease is for.</param>
    /// <param name="ownLogin">Its login, as base64 of <c>user:password</c>.</param>
    /// <param name="withLogins">Whether the user's logins for other hosts are in it.</param>
    /// <exception cref="AcrException">Something cannot be read.</exception>
    public JsonObject Read(IEnumerable<string> ownHosts, string ownLogin, bool withLogins)
    {
        var docker = TryRead(ConfigFile, MendFolder, () => ReadFile(ConfigFile));
        var auths = new DockerAuths(ownHosts, ownLogin);
        if (withLogins)
        {
            if (AuthConfig is { Length: > 0 })
                TryRead(AuthConfigVariable, "Mend it", () => auths.Add(DockerJson.Parse(AuthConfig)));
            TryRead(ConfigFile, MendFolder, () => auths.Add(docker));
            foreach (var file in AuthFiles)
                TryRead(file, "Mend it, or let REGISTRY_AUTH_FILE name another", () => auths.Add(ReadFile(file)));
        }

        return TryRead(ConfigFile, MendFolder, () => auths.PutInto(AddPlugins(docker)));
    }

    // Docker looks for plugins in its own folder, which is the lease's now. These come before that, and in this order.
    private JsonObject AddPlugins(JsonObject config)
    {
        var folders = config.Members(PluginFolders).LastOrDefault()?.DeepClone() ?? new JsonArray();
        if (folders is not JsonArray list)
            throw new FormatException($"'{PluginFolders}' is not a list");

        config.RemoveMembers(PluginFolders);
        list.Add((JsonNode)Plugins);
        config[PluginFolders] = list;
        return config;
    }

    private static JsonObject ReadFile(string file)
    {
        if (File.Exists(Path.GetDirectoryName(file)))
            throw new FormatException("its folder is a file");
        if (Directory.Exists(file))
            throw new FormatException("it is a folder");
        return File.Exists(file) ? DockerJson.Parse(File.ReadAllText(file)) : [];
    }

    private static T TryRead<T>(string source, string cure, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            // Without the cause, which may quote the file.
            var reason = failure is FormatException ? failure.Message : $"it cannot be opened ({failure.GetType().Name})";
            throw new AcrException($"Could not read the docker configuration {source}: {reason}. {cure}.") { NothingDone = true, IsTransient = false };
        }
    }
}
