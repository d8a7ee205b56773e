namespace AcrTokens.Tool.Output;

/// <summary>Prints rows as tab-separated values: the table's columns, without a header.</summary>
internal static class Tsv
{
    public static void Write(TextWriter output, IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
            output.WriteLine(string.Join('\t', row.Select(UnseenCharacters.Escape)));
    }
}
