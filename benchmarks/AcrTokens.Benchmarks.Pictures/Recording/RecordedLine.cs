namespace AcrTokens.Benchmarks.Pictures.Recording;

/// <summary>A line of a terminal.</summary>
/// <param name="At">When it was complete, in seconds since the start.</param>
/// <param name="Spans">Its text.</param>
internal sealed record RecordedLine(double At, IReadOnlyList<Span> Spans)
{
    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>Breaks it as a terminal does.</summary>
    public IEnumerable<RecordedLine> Wrap(int columns)
    {
        List<Span> row = [];
        var used = 0;
        foreach (var span in Spans)
        {
            var rest = span;
            while (used + rest.Text.Length > columns)
            {
                row.Add(rest with { Text = rest.Text[..(columns - used)] });
                yield return new RecordedLine(At, row);
                rest = rest with { Text = rest.Text[(columns - used)..] };
                (row, used) = ([], 0);
            }

            row.Add(rest);
            used += rest.Text.Length;
        }

        yield return new RecordedLine(At, row);
    }
}
