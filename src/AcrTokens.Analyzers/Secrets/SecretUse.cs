using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>Where a revealed secret ends up.</summary>
/// <param name="source">The call of <c>Reveal</c>, or the local variable that holds what it returned.</param>
/// <param name="carrier">The widest expression that still has the secret in it; its parent is what uses it.</param>
/// <param name="isComposed">Whether it is a part of a longer text.</param>
internal readonly struct SecretUse(IOperation source, IOperation carrier, bool isComposed)
{
    public IOperation Source { get; } = source;

    public IOperation Carrier { get; } = carrier;

    public bool IsComposed { get; } = isComposed;
}
