namespace AcrTokens;

/// <summary>The other files in docker's folder: contexts, builders, signing keys, plugins' files.</summary>
internal static class UserDockerFiles
{
    private static readonly string[] KnownNames = ["contexts", "trust", "ca.pem", "cert.pem", "key.pem"];

    /// <summary>Adds them to another folder: as links, or as copies on Windows, where few users may create links.</summary>
    /// <exception cref="IOException">The other folder cannot be written to.</exception>
    public static void AddTo(string folder, DirectoryInfo docker)
    {
        if (!docker.Exists)
            return;
        if (OperatingSystem.IsWindows() || !TryLink(docker, folder))
            Copy(docker, folder);
    }

    // False if the file system has no links. Links are resolved first, since the user's own may point into a lease that ends sooner.
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

    // In a folder that cannot be listed, the files that docker opens by name may still be there.
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

    // Excludes the configuration and its copies, a private folder's lock, the plugins, which the configuration names, and buildx's seed, which it
    // recreates.
    private static bool IsLinked(string name) =>
        name is not (PrivateFolder.Lock or "cli-plugins")
        && !name.StartsWith("config.json", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(".token_seed", StringComparison.Ordinal);

    /// <summary>Copies the files that docker reads: contexts, and the certificates of <c>DOCKER_TLS_VERIFY</c>.</summary>
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
