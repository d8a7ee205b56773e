using System.Text.RegularExpressions;

namespace AcrTokens.Tests;

/// <summary>The first lines that a page of the documentation promises, by what they are for.</summary>
internal static partial class FirstLines
{
    public static Dictionary<string, string> In(string page) =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", page))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["line"].Value);

    // | what went wrong | `the first line` |, and whatever else the page says of it.
    [GeneratedRegex("^\\| (?<name>.+?) \\| `(?<line>[^`]+)` \\|( .+ \\|)?$")]
    private static partial Regex Row();
}
