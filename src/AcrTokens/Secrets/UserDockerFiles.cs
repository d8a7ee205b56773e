namespace AcrTokens;

/// <summary>What docker's folder holds beside its configuration: contexts, builders, signing keys, files of plugins.</summary>
internal static class UserDockerFiles
{
    private static readonly string[] KnownNames = ["contexts", "trust", "ca.pem", "cert.pem", "key.pem"];

    /// <summary>Makes them available in another folder: by links, or by copies on Windows, where few users may make links.</summary>
    /// <exception cref="IOException">The other folder cannot be written to.</exception>
    public static void AddTo(string folder, DirectoryInfo docker)
    {
        if (!docker.Exists)
            return;
        if (OperatingSystem.IsWindows() || !TryLink(docker, folder))
            Copy(docker, folder);
    }

    // False where the file system has no links. They lead to where the user's own links lead, which may be those of a lease that ends sooner.
    private static bool TryLink(DirectoryInfo docker, string folder)
    {
        foreach (var entry in Entries(docker).Where(entry => IsLinked(Path.GetFileName(entry))))
        {
            try
            {
                File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(entry)), FinalPath.Of(entry));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        return true;
    }

    // A folder that this user may use and not list still has what docker itself looks for by name.
    private static IEnumerable<string> Entries(DirectoryInfo docker)
    {
        try
        {
            return Directory.GetFileSystemEntries(docker.FullName);
        }
        catch (UnauthorizedAccessException)
        {
            return KnownNames.Select(name => Path.Combine(docker.FullName, name)).Where(Path.Exists);
        }
    }

    // Not the configuration and copies of it, a private folder's own lock, the plugins, which the configuration names, and a seed that buildx makes
    // anew.
    private static bool IsLinked(string name) =>
        name is not (PrivateFolder.Lock or "cli-plugins")
        && !name.StartsWith("config.json", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(".token_seed", StringComparison.Ordinal);

    /// <summary>Copies what docker itself reads: contexts, and the certificates of <c>DOCKER_TLS_VERIFY</c>.</summary>
    internal static void Copy(DirectoryInfo docker, string folder)
    {
        var contexts = new DirectoryInfo(Path.Combine(docker.FullName, "contexts"));
        var files = docker.EnumerateFiles("*.pem").Concat(contexts.Exists ? contexts.EnumerateFiles("*", SearchOption.AllDirectories) : []);
        foreach (var file in files)
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(docker.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            file.CopyTo(copy);
        }
    }
}
