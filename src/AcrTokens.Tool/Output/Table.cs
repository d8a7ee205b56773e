namespace AcrTokens.Tool.Output;

/// <summary>Prints rows as a table: a header, a line, and columns as wide as their values. Nothing is cut off.</summary>
internal static class Table
{
    private const string Gap = "  ";

    /// <summary>Writes nothing at all for no rows, as <c>az</c> does.</summary>
    public static void Write(TextWriter output, string[] heads, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
            return;

        var cells = rows.Select(row => row.Select(UnseenCharacters.Escape).ToArray()).ToList();
        var widths = heads.Select((head, column) => Math.Max(head.Length, cells.Max(row => row[column].Length))).ToArray();
        WriteRow(heads);
        WriteRow([.. widths.Select(width => new string('-', width))]);
        foreach (var row in cells)
            WriteRow(row);

        void WriteRow(string[] row) => output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
