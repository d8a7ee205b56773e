using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>A value on its way through a body.</summary>
/// <param name="Source">The operation to report: where the value comes from, or the variable that holds it.</param>
/// <param name="Carrier">The expression that holds it now.</param>
/// <param name="IsComposed">Whether it is part of a longer text.</param>
/// <param name="Path">The members that lead to it, if the carrier is a tuple, an anonymous object or a dictionary.</param>
internal sealed record Value(IOperation Source, IOperation Carrier, bool IsComposed, ImmutableStack<string> Path)
{
    /// <summary>The member of a pair, as of a dictionary, that holds the value.</summary>
    public const string OfPair = "Value";

    public string? Member => Path.IsEmpty ? null : Path.Peek();

    /// <summary>The expression that the carrier's parent makes of it.</summary>
    public Value Up(IOperation carrier, bool composes = false) => this with { Carrier = carrier, IsComposed = IsComposed || composes };

    public Value Into(string member) => this with { Path = Path.Push(member) };

    public Value OutOf() => Path.IsEmpty ? this : this with { Path = Path.Pop() };
}
