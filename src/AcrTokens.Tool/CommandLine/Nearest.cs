namespace AcrTokens.Tool.CommandLine;

/// <summary>Suggests a known word for an unknown one.</summary>
internal static class Nearest
{
    /// <summary>The nearest known word; null if none is similar.</summary>
    public static string? Find(string word, IEnumerable<string> known) =>
        known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(word.Length, pair.Candidate.Length) / 3))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();

    // The number of insertions, deletions, replacements and swaps of adjacent letters.
    private static int Distance(string a, string b)
    {
        int[][] rows = [.. Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1])];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i][j] = i + j;
                    continue;
                }

                var replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i][j] = Math.Min(replaced, Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }

        return rows[a.Length][b.Length];
    }
}
