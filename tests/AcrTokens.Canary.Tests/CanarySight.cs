using AcrTokens.Faults.Builds;

namespace AcrTokens.Canary.Tests;

/// <summary>Everything that was visible of a build.</summary>
internal sealed record CanarySight(CanaryCase Case, VictimFolders Folders, BuildProcess Build, SampledSession Session)
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The files while the lease was in use; null if it never was.</summary>
    public IReadOnlyList<(string File, IReadOnlyList<int> Forms)>? FilesInUse { get; private set; }

    /// <summary>Whether only the user had access to the private docker configuration.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>Whether the private docker configuration contained the user's proxy, with its password.</summary>
    public bool CarriesProxy { get; private set; }

    /// <summary>The content of the file that the output was redirected to.</summary>
    public string Redirected => Case.Redirection == Redirection.None ? "" : File.ReadAllText(Folders.Log);

    /// <summary>How often the build's own log file warns that the host could not mask.</summary>
    public int Warnings =>
        Path.Combine(Folders.Work, Case.IsOnFallout ? ".fallout" : ".nuke", "temp", "own.log") is var log && File.Exists(log)
            ? File.ReadLines(log).Count(line => line.Contains("was not told to hide the password", StringComparison.Ordinal))
            : 0;

    public bool HasEnded { get; set; }

    /// <summary>The processes that outlived the build.</summary>
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
