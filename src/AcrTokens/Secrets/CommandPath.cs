namespace AcrTokens;

/// <summary>Finds a command in the folders of <c>PATH</c> alone. Left to itself, .NET looks in the working folder first.</summary>
internal static class CommandPath
{
    // What Windows starts as a process of its own; PATHEXT names scripts of its shell as well.
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

    // A file is a program there by what its name ends with. One without an end is none: Docker Desktop puts a shell script beside docker.exe.
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
