using System.Globalization;
using System.Text;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>The report of a run, as a page of Markdown.</summary>
internal static class Report
{
    public static string Of(string name, IReadOnlyList<ProbeResult> results)
    {
        var page = new StringBuilder();
        Line($"# {name}");
        Line("");
        Line("| probe | exchanges | differences from the emulator | ended by |");
        Line("|---|---|---|---|");
        foreach (var result in results)
            Line(
                $"| {result.Probe} | {result.Exchanges.Count} | {result.Differences.Count} | {result.Failure?.Message.Split('\n')[0] ?? "its end"} |"
            );

        Line("");
        Line("| assumption | verdict | seen |");
        Line("|---|---|---|");
        foreach (var (id, text) in Assumptions.All)
        {
            foreach (var seen in results.SelectMany(result => result.Notes.Observations).Where(o => o.Assumption == id).Distinct())
                Line($"| {id}: {Short(text.TrimEnd(';', '.'))} | {Word(seen.Verdict)} | {seen.Seen} |");
        }

        List("Measured", results.SelectMany(result => result.Notes.Measured));
        List("Differences from the emulator", results.SelectMany(result => result.Differences.Select(line => $"{result.Probe}, {line}")));
        return page.ToString();

        void Line(string text) => page.Append(CultureInfo.InvariantCulture, $"{text}\n");

        void List(string title, IEnumerable<string> items)
        {
            Line($"\n## {title}\n");
            foreach (var item in items.DefaultIfEmpty("none"))
                Line($"- {item}");
        }
    }

    private static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.Confirmed => "confirmed",
            Verdict.Contradicted => "**contradicted**",
            _ => "not tried",
        };

    private static string Short(string text) => text.Length <= 90 ? text : $"{text[..90]}…";
}
