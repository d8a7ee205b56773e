namespace AcrTokens;

/// <summary>Finds a command in the folders of <c>PATH</c> alone. Left to itself, .NET looks in the working folder first.</summary>
internal static class CommandPath
{
    public static string? Find(string command) => Find(command, Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("PATHEXT"));

    public static string? Find(string command, string? path, string? extensions)
    {
        if (Path.IsPathFullyQualified(command))
            return IsProgram(command) ? command : null;

        string[] names = OperatingSystem.IsWindows() ? [command, .. (extensions ?? ".EXE;.CMD;.BAT").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(e => command + e)] : [command];
        return (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string file) => File.Exists(file)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
