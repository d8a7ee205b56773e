using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>The user's docker configuration.</summary>
/// <param name="Folder">Docker's folder: <c>DOCKER_CONFIG</c>, else the user's <c>.docker</c>. Null if the user has no home.</param>
internal sealed record UserDocker(string? Folder)
{
    private const string DockerConfig = "DOCKER_CONFIG";
    private const string AuthConfigVariable = "DOCKER_AUTH_CONFIG";
    private const string PluginFolders = "cliPluginsExtraDirs";

    private const string RepairFolder = $"Repair it, or name another folder in {DockerConfig}";

    /// <summary>The folder of buildx's builders.</summary>
    public string? Builders { get; init; } = Folder is null ? null : Path.Combine(Folder, "buildx");

    /// <summary>The files that podman, skopeo and the .NET SDK search for logins before docker's.</summary>
    public IReadOnlyList<string> AuthFiles { get; init; } = [];

    /// <summary>The value of <c>DOCKER_AUTH_CONFIG</c>: logins that docker 28.3 and later prefers to its file's.</summary>
    public string? AuthConfig { get; init; }

    private string? ConfigFile => Folder is null ? null : Path.Combine(Folder, "config.json");

    /// <summary>Finds it by an environment. Default: this process's.</summary>
    public static UserDocker Find(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        var docker = new UserDocker(At(DockerConfig) ?? AtHome(".docker"))
        {
            AuthFiles = At("REGISTRY_AUTH_FILE") is { } only
                ? [only]
                : [.. AuthFolders().OfType<string>().Select(folder => Path.Combine(folder, "auth.json"))],
            AuthConfig = read(AuthConfigVariable),
        };
        return At("BUILDX_CONFIG") is { } builders ? docker with { Builders = builders } : docker;

        string? At(string name) => read(name) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

        string? AtHome(string name) => Path.IsPathFullyQualified(home) ? Path.Combine(home, name) : null;

        string?[] AuthFolders() =>
            [
                At("XDG_RUNTIME_DIR") is { } runtime ? Path.Combine(runtime, "containers")
                : OperatingSystem.IsLinux() ? $"/run/containers/{UnixStatus.GetUser()}"
                : null,
                (At("XDG_CONFIG_HOME") ?? AtHome(".config")) is { } config ? Path.Combine(config, "containers") : null,
            ];
    }

    /// <summary>Reads the settings that a lease's configuration takes over, so that a mistake in them fails before a token is minted.</summary>
    /// <returns>A warning about logins that cannot be taken over; null if all can.</returns>
    /// <exception cref="AcrException">Something cannot be read.</exception>
    public string? Check(bool withLogins)
    {
        try
        {
            Read(new DockerAuths([], "", _ => false), withLogins, out var left);
            return left;
        }
        catch (AcrException failure)
        {
            throw new AcrException(failure.Message) { NothingDone = true, IsTransient = false };
        }
    }

    /// <summary>
    /// A configuration with a lease's login and all the user's settings that are no credentials, such as proxies, headers and the current context.
    /// </summary>
    /// <param name="auths">The lease's login; the user's logins are added to it.</param>
    /// <param name="withLogins">Whether to include the user's logins for other hosts.</param>
    /// <exception cref="AcrException">Something cannot be read.</exception>
    public JsonObject Read(DockerAuths auths, bool withLogins) => Read(auths, withLogins, out _);

    private JsonObject Read(DockerAuths auths, bool withLogins, out string? left)
    {
        left = null;
        var docker = ConfigFile is null ? [] : TryRead(ConfigFile, RepairFolder, () => ReadFile(ConfigFile));
        if (withLogins)
        {
            if (AuthConfig is { Length: > 0 })
                TryRead(AuthConfigVariable, "Repair it", () => auths.Add(DockerJson.Parse(AuthConfig)));
            TryRead(ConfigFile ?? "", RepairFolder, () => auths.Add(docker));
            left = DockerAuths.WhatIsLeft(docker);
            foreach (var file in AuthFiles)
                TryRead(file, "Repair it, or name another in REGISTRY_AUTH_FILE", () => auths.Add(ReadFile(file)));
        }

        DockerAuths.RemoveFrom(docker);
        TryRead(ConfigFile ?? "", RepairFolder, () => DockerShape.Check(docker));
        AddPlugins(docker);
        auths.PutInto(docker);
        return docker;
    }

    // Docker searches its own folder for plugins, which is the lease's now. So the user's is added: after these, before the system's.
    private void AddPlugins(JsonObject config)
    {
        if (Folder is null)
            return;

        var folders = config.Members(PluginFolders).LastOrDefault()?.DeepClone() as JsonArray ?? [];
        config.RemoveMembers(PluginFolders);
        folders.Add((JsonNode)Path.Combine(Folder, "cli-plugins"));
        config[PluginFolders] = folders;
    }

    private static JsonObject ReadFile(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
                throw new FormatException($"{folder} is a file");
        }

        if (Directory.Exists(file))
            throw new FormatException("it is a folder");
        if (!OperatingSystem.IsWindows() && UnixStatus.Of(FinalPath.Of(file)) is { IsConnection: true })
            throw new FormatException("it is a pipe or a socket");

        try
        {
            return DockerJson.Parse(File.ReadAllText(file));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
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
            throw new AcrException($"Could not read the docker configuration {source}: {reason}. {cure}.") { IsTransient = false };
        }
    }
}
