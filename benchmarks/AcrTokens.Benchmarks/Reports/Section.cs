namespace AcrTokens.Benchmarks.Reports;

/// <summary>One table of the results, and all that was measured for it.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Columns">The table's head.</param>
/// <param name="Rows">The table, as text.</param>
/// <param name="Values">Every single value, for the JSON file.</param>
internal sealed record Section(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, object Values)
{
    public string ToMarkdown() => string.Join('\n', [$"### {Title}", "", Line(Columns), Line(Columns.Select(_ => "---")), .. Rows.Select(Line), ""]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
