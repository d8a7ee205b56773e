using System.Text.RegularExpressions;

namespace AcrTokens.Tests;

/// <summary>The first lines that a documentation page promises, by error.</summary>
internal static partial class FirstLines
{
    public static Dictionary<string, string> In(string page) =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", page))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["line"].Value);

    // | the error | `the first line` |, and optionally further text.
    [GeneratedRegex("^\\| (?<name>.+?) \\| `(?<line>[^`]+)` \\|( .+ \\|)?$")]
    private static partial Regex Row();
}
