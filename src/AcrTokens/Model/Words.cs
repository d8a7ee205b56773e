using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>Makes foreign texts fit into one-line messages.</summary>
internal static partial class Words
{
    private const int LongestQuote = 400;

    /// <summary>One line of limited length, without anything that looks like a bearer token or an assertion.</summary>
    public static string Line(string text, int longest = LongestQuote)
    {
        var line = HideTokens(DoubledStop().Replace(Breaks().Replace(text, " ").Trim(), "."));
        return line.Length > longest ? $"{line[..longest]}…" : line;
    }

    /// <summary>The same, without a final full stop, for the middle of a sentence.</summary>
    public static string Phrase(string text) => Line(text).TrimEnd('.');

    /// <summary>The same, with exactly one final full stop.</summary>
    public static string Sentence(string text, int longest = LongestQuote)
    {
        var line = Line(text, longest);
        return line.Length == 0 || ".!?…".Contains(line[^1], StringComparison.Ordinal) ? line : $"{line}.";
    }

    /// <summary>Removes JSON web tokens: an assertion or an access token is as good as a password.</summary>
    public static string HideTokens(string text) => JsonWebToken().Replace(text, "[REDACTED]");

    /// <summary>
    /// The text in quotes, with invisible characters written out (line breaks, unusual spaces, zero-width marks), and without user and password of a
    /// URL.
    /// </summary>
    public static string Visible(string value)
    {
        var text = new StringBuilder();
        foreach (var c in User().Replace(value, "//…@"))
            text.Append(
                c == '\n' ? "\\n"
                : c == '\r' ? "\\r"
                : c == '\t' ? "\\t"
                : IsUnseen(c) ? $"\\u{(int)c:x4}"
                : $"{c}"
            );
        return $"'{text}'";
    }

    private static bool IsUnseen(char c) =>
        c != ' ' && (char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    [GeneratedRegex("\\s*[\\r\\n]+\\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex("(?<=\\w)\\.\\.(?=\\s|\\z)")]
    private static partial Regex DoubledStop();

    [GeneratedRegex("eyJ[\\w-]{5,}\\.[\\w-]+(\\.[\\w-]*)?")]
    private static partial Regex JsonWebToken();

    [GeneratedRegex("//[^/@]*@")]
    private static partial Regex User();
}
