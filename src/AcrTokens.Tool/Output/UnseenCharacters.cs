using System.Text;

namespace AcrTokens.Tool.Output;

/// <summary>Escapes control characters in foreign texts, such as descriptions, so that they break no line and control no terminal.</summary>
internal static class UnseenCharacters
{
    public static string Escape(string text)
    {
        if (!text.Any(char.IsControl))
            return text;

        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(
                c == '\n' ? "\\n"
                : c == '\r' ? "\\r"
                : c == '\t' ? "\\t"
                : char.IsControl(c) ? $"\\u{(int)c:x4}"
                : $"{c}"
            );
        return escaped.ToString();
    }
}
