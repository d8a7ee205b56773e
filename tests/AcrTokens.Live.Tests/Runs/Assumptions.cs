using System.Text.RegularExpressions;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>The assumptions about the service, read from the emulator's page.</summary>
internal static partial class Assumptions
{
    public static string Page { get; } = Path.Combine(RepositoryRoot.Path, "docs", "emulator.md");

    /// <summary>Each assumption's text by its id, in the page's order.</summary>
    public static IReadOnlyList<(string Id, string Text)> All { get; } =
    [.. Item().Matches(File.ReadAllText(Page)).Select(match => (match.Groups["id"].Value, match.Groups["text"].Value.Trim()))];

    [GeneratedRegex(@"^- \*\*(?<id>A\d+)\*\*:? (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Item();
}
