namespace AcrTokens.Tests;

/// <summary>A fact that needs a shell.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs /bin/sh" : null!;
}
