namespace AcrTokens.Tool.Output;

/// <summary>Rows for a shell: the table's columns in the table's order, between tabs, without a head.</summary>
internal static class Tsv
{
    public static void Write(TextWriter output, IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
            output.WriteLine(string.Join('\t', row.Select(UnseenCharacters.Escape)));
    }
}
