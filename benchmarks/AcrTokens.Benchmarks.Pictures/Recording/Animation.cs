using System.Globalization;
using System.Text;

namespace AcrTokens.Benchmarks.Pictures.Recording;

/// <summary>A terminal's lines as an SVG that plays them again and again. For readers who want no motion it shows the end.</summary>
internal sealed class Animation
{
    private const int Columns = 100;
    private const int Rows = 26;
    private const double CharacterWidth = 8.43;
    private const int LineHeight = 18;
    private const int Edge = 16;
    private const int Bar = 30;
    private const int Width = (int)(Columns * CharacterWidth) + (2 * Edge);
    private const int Height = Bar + (Rows * LineHeight) + Edge;

    /// <summary>For how long each line is the last one at least, in seconds, so that it can be read.</summary>
    private const double Least = 0.4;
    private const double PauseAtEnd = 8;

    private readonly string command;
    private readonly List<(double At, RecordedLine Line)> rows;
    private readonly double length;

    public Animation(string command, IReadOnlyList<RecordedLine> lines)
    {
        this.command = command;
        rows = Pace([new RecordedLine(0, [new Span("$ ", "grey"), new Span(command, "b")]), new RecordedLine(0, []), .. lines]);
        length = rows[^1].At + PauseAtEnd;
    }

    public string ToSvg()
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Width}}" height="{{Height}}" viewBox="0 0 {{Width}} {{Height}}" role="img">
            <title>{{command}}</title>
            <style>
            text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; fill: #d0d7de }
            .b { font-weight: bold; fill: #ffffff }
            .grey { fill: #8b949e } .cyan, .cyan.b { fill: #6cd4e8 } .green, .green.b { fill: #56d364 } .red, .red.b { fill: #ff7b72 } .yellow, .yellow.b { fill: #e3b341 }
            #lines { transform: translateY({{Scrolled(rows.Count)}}px); animation: lines {{length:F2}}s step-end infinite }
            #cover { transform: translateY({{rows.Count * LineHeight}}px); animation: cover {{length:F2}}s step-end infinite }
            {{Keyframes("lines", Scrolled)}}
            {{Keyframes("cover", shown => shown * LineHeight)}}
            @media (prefers-reduced-motion: reduce) { #lines, #cover { animation: none } }
            </style>
            <clipPath id="window"><rect x="0" y="{{Bar}}" width="{{Width}}" height="{{Rows * LineHeight}}"/></clipPath>
            <rect width="{{Width}}" height="{{Height}}" rx="8" fill="#161b22" stroke="#57606a"/>
            <g fill="#57606a"><circle cx="18" cy="15" r="5"/><circle cx="36" cy="15" r="5"/><circle cx="54" cy="15" r="5"/></g>
            <g clip-path="url(#window)"><g id="lines">

            """
        );
        foreach (var (i, row) in rows.Index())
            Write(svg, row.Line, Bar + (i * LineHeight) + 13);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <rect id="cover" x="1" y="{Bar}" width="{Width - 2}" height="{rows.Count * LineHeight}" fill="#161b22"/>
            </g></g>
            </svg>

            """
        );
        return svg.ToString();
    }

    // Each span has its place and its length, so that columns hold in any font.
    private static void Write(StringBuilder svg, RecordedLine line, int y)
    {
        var column = 0;
        foreach (var span in line.Spans)
        {
            var text = span.Text.TrimEnd();
            var x = Edge + (column * CharacterWidth);
            column += span.Text.Length;
            var lead = text.Length - text.TrimStart().Length;
            text = text.TrimStart().Replace(' ', '\u00a0'); // which SVG does not join
            if (text.Length == 0)
                continue;

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (lead * CharacterWidth):F1}\" y=\"{y}\"");
            svg.Append(CultureInfo.InvariantCulture, $" textLength=\"{text.Length * CharacterWidth:F1}\" lengthAdjust=\"spacingAndGlyphs\"");
            if (span.Style.Length > 0)
                svg.Append(CultureInfo.InvariantCulture, $" class=\"{span.Style}\"");
            svg.Append(
                CultureInfo.InvariantCulture,
                $">{text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}</text>\n"
            );
        }
    }

    // A line without letters comes with the next.
    private static List<(double At, RecordedLine Line)> Pace(IReadOnlyList<RecordedLine> lines)
    {
        List<(double At, RecordedLine Line)> paced = [];
        List<RecordedLine> waiting = [];
        var (now, recorded) = (0.0, 0.0);
        foreach (var line in lines)
        {
            waiting.Add(line);
            if (!line.Text.Any(char.IsLetterOrDigit))
                continue;

            now = paced.Count == 0 ? 0 : now + Math.Max(Least, line.At - recorded);
            recorded = line.At;
            paced.AddRange(waiting.SelectMany(each => each.Wrap(Columns)).Select(row => (now, row)));
            waiting.Clear();
        }

        return paced;
    }

    private static int Scrolled(int shown) => -LineHeight * Math.Max(0, shown - Rows);

    private string Keyframes(string name, Func<int, int> place)
    {
        var frames = rows.Select((row, i) => (row.At, Shown: i + 1))
            .GroupBy(row => row.At)
            .Select(at =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * at.Key / length:F2}% {{ transform: translateY({place(at.Max(r => r.Shown))}px) }}"
                )
            );
        return $"@keyframes {name} {{ {string.Join(' ', frames)} }}";
    }
}
