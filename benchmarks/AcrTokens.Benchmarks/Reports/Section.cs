namespace AcrTokens.Benchmarks.Reports;

/// <summary>One table of the results, with all its measurements.</summary>
/// <param name="Title">The subject of the measurement.</param>
/// <param name="Columns">The table's header.</param>
/// <param name="Rows">The table's rows, as text.</param>
/// <param name="Values">All single values, for the JSON file.</param>
internal sealed record Section(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, object Values)
{
    public string ToMarkdown() => string.Join('\n', [$"### {Title}", "", Line(Columns), Line(Columns.Select(_ => "---")), .. Rows.Select(Line), ""]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
