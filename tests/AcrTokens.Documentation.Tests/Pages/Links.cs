using System.Text.RegularExpressions;

namespace AcrTokens.Documentation.Tests.Pages;

/// <summary>Links from page to page, to headings, and to pictures.</summary>
public sealed partial class Links
{
    [Fact]
    public void Lead_to_files_and_headings_that_exist()
    {
        var broken =
            from page in Page.All
            from Match match in Link().Matches(page.Prose)
            let target = match.Groups["path"].Value
            let path = target.Length == 0 ? page.Path : Resolve(page.Path, target)
            where
                !Path.Exists(Path.Combine(RepositoryRoot.Path, path))
                || (match.Groups["heading"].Success && !Anchors(path).Contains(match.Groups["heading"].Value))
            select $"{page.Path}: {match.Value}";

        broken.ShouldBeEmpty();
    }

    private static string Resolve(string page, string target) =>
        Path.GetRelativePath(RepositoryRoot.Path, Path.GetFullPath(Path.Combine(RepositoryRoot.Path, Path.GetDirectoryName(page)!, target)))
            .Replace('\\', '/');

    // As GitHub derives them.
    private static IEnumerable<string> Anchors(string path) =>
        Heading()
            .Matches(Page.WithoutBlocks(File.ReadAllText(Path.Combine(RepositoryRoot.Path, path)).ReplaceLineEndings("\n")))
            .Select(match => Dropped().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    // In Markdown, and in HTML, which has the pictures for light and for dark pages.
    [GeneratedRegex(
        """\]\((?!https?:)(?<path>[^)#]*)(?:#(?<heading>[^)]+))?\)|(?:src|srcset|href)="(?!https?:)(?<path>[^"#]*)(?:#(?<heading>[^"]+))?["]"""
    )]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Dropped();
}
