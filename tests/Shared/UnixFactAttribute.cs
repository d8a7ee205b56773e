/// <summary>A fact about signals or the shell, which Windows has not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Unix only" : null;
}

/// <inheritdoc cref="UnixFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Unix only" : null;
}

/// <summary>A fact about what is another user's: only root can give something away.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess ? "root only" : null;
}
