namespace Cake.AcrTokens.Real.Tests;

/// <summary>A fact about the real Cake: skipped, with the reason, where it cannot be had.</summary>
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
