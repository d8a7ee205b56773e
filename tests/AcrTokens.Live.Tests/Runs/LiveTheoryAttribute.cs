namespace AcrTokens.Live.Tests.Runs;

/// <summary>A theory about the real service. Skipped, with the reason, unless a registry and rights are named.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute() => Skip = LiveSettings.WhyNot(Environment.GetEnvironmentVariable);
}
