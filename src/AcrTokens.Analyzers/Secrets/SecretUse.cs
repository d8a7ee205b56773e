using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>A use of a revealed secret.</summary>
/// <param name="source">The call of <c>Reveal</c>, or the local variable that holds its result.</param>
/// <param name="carrier">The widest expression that still contains the secret. Its parent uses it.</param>
/// <param name="isComposed">Whether the secret is part of a longer text.</param>
internal readonly struct SecretUse(IOperation source, IOperation carrier, bool isComposed)
{
    public IOperation Source { get; } = source;

    public IOperation Carrier { get; } = carrier;

    public bool IsComposed { get; } = isComposed;
}
