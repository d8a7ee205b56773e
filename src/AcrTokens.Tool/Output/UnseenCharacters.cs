using System.Text;

namespace AcrTokens.Tool.Output;

/// <summary>What others wrote, such as a description, breaks no line or column and steers no terminal.</summary>
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
