/// <summary>A fact about processes: it needs <c>setsid</c>, <c>env --default-signal</c> or <c>/proc</c>, which only Linux has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = Linux.SkipElsewhere;
}

/// <inheritdoc cref="LinuxFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = Linux.SkipElsewhere;
}

internal static class Linux
{
    public static string? SkipElsewhere { get; } = OperatingSystem.IsLinux() ? null : "Linux only";
}
