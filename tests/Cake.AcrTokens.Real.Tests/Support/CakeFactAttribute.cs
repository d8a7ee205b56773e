namespace Cake.AcrTokens.Real.Tests;

/// <summary>A fact about the real Cake. Skipped, with the reason, if Cake is not available.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CakeFactAttribute : FactAttribute
{
    public CakeFactAttribute() => Skip = CakeTool.WhyMissing;
}

/// <inheritdoc cref="CakeFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CakeTheoryAttribute : TheoryAttribute
{
    public CakeTheoryAttribute() => Skip = CakeTool.WhyMissing;
}
