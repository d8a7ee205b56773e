namespace AcrTokens.Benchmarks.Pictures.Recording;

/// <summary>Text of one colour.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">The classes of <see cref="Animation"/>'s style sheet.</param>
internal sealed record Span(string Text, string Style);
