namespace AcrTokens.Documentation.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's path in the repository.</param>
/// <param name="Line">The line of its first line of text.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Language">The first word of the fence.</param>
/// <param name="Words">The further words: what kind of code it is, and the file that the reader puts it into. Markdown does not show them.</param>
/// <param name="Text">The text.</param>
public sealed record Block(string Page, int Line, string Heading, string Language, IReadOnlyList<string> Words, string Text)
{
    /// <summary>The words that are no file's name.</summary>
    public IEnumerable<string> Kinds => Words.Where(word => !word.Contains('.', StringComparison.Ordinal));

    public string? File => Words.SingleOrDefault(word => word.Contains('.', StringComparison.Ordinal));

    public override string ToString() => $"{Page}:{Line}";
}
