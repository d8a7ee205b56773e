namespace AcrTokens.Integration.Tests;

/// <summary>A fact about a program that nobody here wrote: skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool) => Skip = Tools.MissingReason(Tool = tool)!;

    public string Tool { get; }
}

/// <inheritdoc cref="ToolFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string tool) => Skip = Tools.MissingReason(Tool = tool)!;

    public string Tool { get; }
}

internal static class Tools
{
    /// <summary>Null when the tool is in one of the folders of PATH.</summary>
    public static string? MissingReason(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Any(f => File.Exists(Path.Combine(f, tool)) || File.Exists(Path.Combine(f, $"{tool}.exe"))) ? null : $"{tool} is not installed";
    }
}
