/// <summary>A fact about signals or the shell, which Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = Unix.SkipElsewhere;
}

/// <inheritdoc cref="UnixFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = Unix.SkipElsewhere;
}

/// <summary>A fact about another user's files. Only root can change a file's owner.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() =>
        Skip = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess ? "root only: nobody else can change a file's owner" : null;
}

internal static class Unix
{
    public static string? SkipElsewhere { get; } =
        OperatingSystem.IsWindows() ? "Unix only: Windows has no signals, no modes of files and no shell of Unix" : null;
}
