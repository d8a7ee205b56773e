namespace AcrTokens;

/// <summary>Finds a command in the folders of <c>PATH</c> only. .NET itself would search the working folder first.</summary>
internal static class CommandPath
{
    // The extensions that Windows starts as a process. PATHEXT also has shell scripts.
    private static readonly string[] Startable = [".COM", ".EXE", ".BAT", ".CMD"];

    public static string? Find(string command) =>
        Find(command, Environment.GetEnvironmentVariable("PATH"), Environment.GetEnvironmentVariable("PATHEXT"), OperatingSystem.IsWindows());

    public static string? Find(string command, string? path, string? extensions, bool isWindows)
    {
        var names = isWindows ? OnWindows(command, extensions) : [command];
        var files = Path.IsPathFullyQualified(command)
            ? names
            : (path ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(Path.IsPathFullyQualified)
                .SelectMany(folder => names.Select(name => Path.Combine(folder, name)));
        return files.FirstOrDefault(file => IsProgram(file, isWindows));
    }

    // On Windows the extension makes a file a program. A file without one is not: Docker Desktop has a shell script beside docker.exe.
    private static IEnumerable<string> OnWindows(string command, string? extensions)
    {
        if (Startable.Any(end => command.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            return [command];

        var ends = (extensions ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Intersect(Startable, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return (ends.Count > 0 ? ends : [.. Startable]).Select(end => command + end);
    }

    private static bool IsProgram(string file, bool isWindows) =>
        File.Exists(file)
        && (
            isWindows
            || OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
        );
}
