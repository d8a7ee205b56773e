/// <summary>
/// A fact about a program outside the repository. Skipped, with the program's name, if it is not installed. Only Linux is tried: elsewhere a program
/// of that name differs, such as az.cmd, the bash and script of macOS, or a docker for Windows containers.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools) => Skip = InstalledTools.WhatIsMissing(Tools = tools);

    /// <summary>The required programs by name, or files and folders by full path.</summary>
    public string[] Tools { get; }
}

/// <inheritdoc cref="ToolFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools) => Skip = InstalledTools.WhatIsMissing(Tools = tools);

    /// <inheritdoc cref="ToolFactAttribute.Tools"/>
    public string[] Tools { get; }
}
