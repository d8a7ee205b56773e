namespace AcrTokens.Tool.Processes;

/// <summary>Finds a command's file as a shell does. .NET itself would search this program's folder and the working folder first.</summary>
/// <param name="Path">The file; null if there is none.</param>
/// <param name="IsProgram">Whether it is executable.</param>
internal sealed record CommandFile(string? Path, bool IsProgram)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static CommandFile Find(string command)
    {
        // On Windows .NET resolves the name, since extensions matter there.
        if (OperatingSystem.IsWindows())
            return new(command, true);
        if (command.Contains('/', StringComparison.Ordinal))
            return Of([command]);

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return Of(folders.Select(folder => System.IO.Path.Combine(folder.Length > 0 ? folder : ".", command)));
    }

    // The first executable file, else the first file.
    private static CommandFile Of(IEnumerable<string> files)
    {
        var there = files.Where(System.IO.Path.Exists).ToList();
        return there.Find(IsExecutable) is { } program ? new(System.IO.Path.GetFullPath(program), true) : new(there.FirstOrDefault(), false);
    }

    private static bool IsExecutable(string file) =>
        !OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & AnyExecute) != 0;
}
