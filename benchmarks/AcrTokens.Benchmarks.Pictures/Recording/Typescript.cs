using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AcrTokens.Benchmarks.Pictures.Recording;

/// <summary>What script(1) recorded, with its times.</summary>
internal static partial class Typescript
{
    public static IReadOnlyList<RecordedLine> Read(string typescript, string timing, string root)
    {
        // A header, which the times do not count, and a last line that script added.
        var bytes = File.ReadAllBytes(typescript);
        var place = Array.IndexOf(bytes, (byte)'\n') + 1;
        List<RecordedLine> lines = [];
        List<byte> line = [];
        var now = 0.0;
        foreach (var parts in File.ReadLines(timing).Select(entry => entry.Split(' ')))
        {
            now += double.Parse(parts[0], CultureInfo.InvariantCulture);
            foreach (var each in bytes.AsSpan(place, int.Parse(parts[1], CultureInfo.InvariantCulture)))
            {
                if (each != '\n')
                {
                    line.Add(each);
                    continue;
                }

                lines.Add(new RecordedLine(now, Spans(Encoding.UTF8.GetString([.. line]).Replace($"{root}/", "", StringComparison.Ordinal))));
                line.Clear();
            }

            place += int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return [.. lines.SkipWhile(l => string.IsNullOrWhiteSpace(l.Text))];
    }

    private static List<Span> Spans(string line)
    {
        List<Span> spans = [];
        var style = "";
        var end = 0;
        foreach (Match match in Escape().Matches(line))
        {
            Add(line[end..match.Index]);
            end = match.Index + match.Length;
            if (match.Groups["style"].Success)
                style = Style(match.Groups["style"].Value);
        }

        Add(line[end..]);
        return spans;

        void Add(string text)
        {
            text = Invisible().Replace(text, "").Replace('\u00a0', ' ');
            if (text.Length > 0)
                spans.Add(new Span(text, style));
        }
    }

    private static string Style(string codes) =>
        string.Join(
            ' ',
            codes
                .Split(';')
                .Select(code =>
                    code switch
                    {
                        "1" => "b",
                        "31" or "91" => "red",
                        "32" or "92" => "green",
                        "33" or "93" => "yellow",
                        "36" or "96" => "cyan",
                        "90" => "grey",
                        _ => "",
                    }
                )
                .Where(name => name.Length > 0)
        );

    [GeneratedRegex(@"\e\[(?<style>[0-9;]*)m|\e\[[?0-9;]*[A-Za-z]|\e[=>]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\r\u200b]")]
    private static partial Regex Invisible();
}
