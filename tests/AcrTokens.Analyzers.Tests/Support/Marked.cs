using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AcrTokens.Analyzers.Tests;

/// <summary>A source in which <c>[|…|]</c> marks the code to flag.</summary>
internal sealed record Marked(string Source, IReadOnlyList<TextSpan> Spans)
{
    public static Marked Read(string text)
    {
        var source = new StringBuilder();
        var spans = new List<TextSpan>();
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (At("[|"))
            {
                start = source.Length;
                i++;
            }
            else if (start >= 0 && At("|]"))
            {
                spans.Add(TextSpan.FromBounds(start, source.Length));
                start = -1;
                i++;
            }
            else
            {
                source.Append(text[i]);
            }

            bool At(string mark) => string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0;
        }

        return new(source.ToString(), spans);
    }
}
