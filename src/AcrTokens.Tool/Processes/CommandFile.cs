namespace AcrTokens.Tool.Processes;

/// <summary>
/// The file of a command, found as a shell finds it. Left to itself, .NET looks beside this program and in the working folder first.
/// </summary>
/// <param name="Path">The file; null where there is none.</param>
/// <param name="IsProgram">Whether it may be run.</param>
internal sealed record CommandFile(string? Path, bool IsProgram)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static CommandFile Find(string command)
    {
        // A name alone is left to .NET on Windows, which knows what makes a file a program there.
        if (OperatingSystem.IsWindows())
            return new(command, true);
        if (command.Contains('/', StringComparison.Ordinal))
            return Of([command]);

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return Of(folders.Select(folder => System.IO.Path.Combine(folder.Length > 0 ? folder : ".", command)));
    }

    // The first that may be run, else the first that is there.
    private static CommandFile Of(IEnumerable<string> files)
    {
        var there = files.Where(System.IO.Path.Exists).ToList();
        return there.Find(IsExecutable) is { } program ? new(System.IO.Path.GetFullPath(program), true) : new(there.FirstOrDefault(), false);
    }

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & AnyExecute) != 0;
}
