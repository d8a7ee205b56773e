/// <summary>A fact about a program that is not part of the repository: skipped, with its name, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        Tools = tools;
        var missing = tools.Where(tool => !IsInstalled(tool)).ToList();
        Skip = missing.Count > 0 ? $"not installed: {string.Join(", ", missing)}" : null;
    }

    /// <summary>What the fact is about: programs by name, or files and folders by their full path.</summary>
    public string[] Tools { get; }

    private static bool IsInstalled(string tool) => Path.IsPathRooted(tool)
        ? Path.Exists(tool)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)) || (OperatingSystem.IsWindows() && (File.Exists(Path.Combine(folder, tool + ".exe")) || File.Exists(Path.Combine(folder, tool + ".cmd")))));
}
