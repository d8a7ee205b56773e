using AcrTokens.Faults.Builds;

namespace AcrTokens.Canary.Tests;

/// <summary>What there was to see of a build.</summary>
internal sealed record CanarySight(CanaryCase Case, VictimFolders Folders, BuildProcess Build, SampledSession Session)
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Its files while the lease was in use; null when it never was.</summary>
    public IReadOnlyList<(string File, IReadOnlyList<int> Forms)>? FilesInUse { get; private set; }

    /// <summary>Whether nobody but the user had access to the private configuration.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>Whether the user's proxy was in the private configuration, with its password.</summary>
    public bool CarriesProxy { get; private set; }

    /// <summary>What the build wrote to the file that its output goes to.</summary>
    public string Redirected => Case.Redirection == Redirection.None ? "" : File.ReadAllText(Folders.Log);

    /// <summary>How often it said that the host could not be told, by its own log file.</summary>
    public int Warnings =>
        Path.Combine(Folders.Work, ".nuke", "temp", "own.log") is var log && File.Exists(log)
            ? File.ReadLines(log).Count(line => line.Contains("was not told to hide the password", StringComparison.Ordinal))
            : 0;

    public bool HasEnded { get; set; }

    /// <summary>Processes that were still there after it had ended.</summary>
    public IReadOnlyList<SampledProcess> Survivors { get; set; } = [];

    public void LookWhileInUse(SecretSearch search)
    {
        FilesInUse = [.. search.InFiles(Folders.Root).Where(f => f.File != Folders.UserConfiguration)];
        CarriesProxy = FilesInUse
            .Select(f => f.File)
            .Where(Folders.IsPrivateConfiguration)
            .All(file => File.ReadAllText(file).Contains(VictimFolders.Proxy.Password, StringComparison.Ordinal));
        IsPrivate = FilesInUse
            .Select(f => f.File)
            .Where(Folders.IsPrivateConfiguration)
            .All(file => ModeOf(file) == OwnFile && ModeOf(Path.GetDirectoryName(file)!) == OwnFolder);
    }

    private static UnixFileMode? ModeOf(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);
}
