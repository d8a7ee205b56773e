using System.Text.RegularExpressions;

namespace AcrTokens.Documentation.Tests.Pages;

/// <summary>A Markdown file of the repository.</summary>
internal sealed partial class Page
{
    private Page(string path)
    {
        Path = path;
        Text = File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, path)).ReplaceLineEndings("\n");
        Blocks = [.. Read()];
    }

    /// <summary>README.md and all of docs/.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory
            .GetFiles(System.IO.Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md")
            .Select(path => new Page(path)),
    ];

    public string Path { get; }

    public string Text { get; }

    /// <summary>The text without its blocks.</summary>
    public string Prose => WithoutBlocks(Text);

    public IReadOnlyList<Block> Blocks { get; }

    public static Page Of(string path) => All.Single(page => page.Path == path);

    public static string WithoutBlocks(string text) => Fenced().Replace(text, "");

    // A block in a list is indented with its item.
    private IEnumerable<Block> Read()
    {
        var lines = Text.Split('\n');
        var heading = "";
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
                heading = lines[i].TrimStart('#').Trim();
            var fence = lines[i].TrimStart();
            if (!fence.StartsWith("```", StringComparison.Ordinal))
                continue;

            var indent = lines[i].Length - fence.Length;
            var end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
            var words = fence[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var text = lines[(i + 1)..end].Select(line => line.Length < indent ? "" : line[indent..]);
            yield return new Block(Path, i + 2, heading, words.FirstOrDefault() ?? "", [.. words.Skip(1)], string.Join('\n', text));
            i = end;
        }
    }

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
