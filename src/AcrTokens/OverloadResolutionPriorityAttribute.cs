#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>That of .NET 9: compilers go by its name, so that .NET 8 is told the same.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    /// <summary>The overload with the highest one is taken.</summary>
    public int Priority { get; } = priority;
}
#endif
