/// <summary>A fact about processes: it needs <c>setsid</c>, <c>env --default-signal</c> or <c>/proc</c>, which only Linux has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    /// <param name="reason">What only Linux has. Default: what the type says.</param>
    public LinuxFactAttribute(string? reason = null) => Skip = Linux.SkipElsewhere(Reason = reason);

    /// <summary>What only Linux has.</summary>
    public string? Reason { get; }
}

/// <inheritdoc cref="LinuxFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    /// <inheritdoc cref="LinuxFactAttribute(string?)"/>
    public LinuxTheoryAttribute(string? reason = null) => Skip = Linux.SkipElsewhere(Reason = reason);

    /// <inheritdoc cref="LinuxFactAttribute.Reason"/>
    public string? Reason { get; }
}

internal static class Linux
{
    public static string? SkipElsewhere(string? reason = null) =>
        OperatingSystem.IsLinux() ? null : $"Linux only: {reason ?? "it needs setsid, env --default-signal or /proc"}";
}
