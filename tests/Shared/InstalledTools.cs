/// <summary>Programs outside the repository.</summary>
internal static class InstalledTools
{
    public static string? WhatIsMissing(string[] tools)
    {
        if (!OperatingSystem.IsLinux())
            return $"Linux only: {string.Join(", ", tools)} may be another program here";

        var missing = tools.Where(tool => PathOf(tool) is null).ToList();
        return missing.Count > 0 ? $"not installed: {string.Join(", ", missing)}" : null;
    }

    /// <summary>Where a program, or a file or folder by full path, is; null if it is not installed.</summary>
    public static string? PathOf(string tool) =>
        Path.IsPathRooted(tool)
            ? (Path.Exists(tool) ? tool : null)
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, tool))
                .FirstOrDefault(File.Exists);
}
