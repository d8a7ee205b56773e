using System.CommandLine;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Leases;

/// <summary>The option for the folder of a detached docker configuration.</summary>
internal static class DockerConfigOption
{
    public static Option<string?> Create(string description) => new("--docker-config") { Description = description, HelpName = "folder" };

    /// <summary>The folder's full path, for later steps in other folders.</summary>
    public static string? Read(ParseResult parsed, Option<string?> option) =>
        parsed.Read(option) is { Length: > 0 } folder ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) : null;

    // A CI host's output is a single line.
    public static IEnumerable<string> CheckNew(string? folder)
    {
        if (folder is null)
            yield return "no folder for the login is named (--docker-config)";
        else if (folder.Any(char.IsControl))
            yield return "--docker-config has a line break or another control character in it";
        else if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            yield return $"--docker-config is '{folder}', where there is something already: name a folder that is not there";
    }
}
