using System.Text.RegularExpressions;
using AcrTokens.Documentation.Tests.Pages;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Documentation.Tests.Commands;

/// <summary>
/// The command lines of README and docs. Those of sections that somebody can follow are run by <c>.ci/newcomers</c>; here each is at least parsed.
/// </summary>
public sealed partial class DocumentedCommands
{
    // What comes before a command without changing it.
    private static readonly string[] Prefixes = ["sudo", "time", "until", "exec", "run:", "inlineScript:", "script:", "bash:", "-"];

    private static readonly IReadOnlyList<(string Page, IReadOnlyList<string> Words)> All =
    [
        .. Page
            .All.SelectMany(page => Texts(page).SelectMany(Shell.Commands).Select(words => (page.Path, Stripped(words))))
            .Where(c => c.Item2.Count > 0),
    ];

    public static TheoryData<string, string> Acrt => Of("acrt");

    public static TheoryData<string, string> DotNet => Of("dotnet");

    [Theory]
    [MemberData(nameof(Acrt))]
    public void Of_acrt_are_accepted_by_its_parser(string page, string line)
    {
        var own = OwnArguments.Of([.. Words(page, line).Skip(1)]);
        var parsed = Tool.CommandLine.Acrt.Parse(own);

        own.Mistakes.Concat(UsageMessage.OfParser(parsed)).Where(mistake => !IsOnlyNamed(line, mistake)).ShouldBeEmpty();
        (parsed.CommandResult.Command is ITaskCommand || parsed.Action is not null).ShouldBeTrue($"'{line}' does nothing");
    }

    [Theory]
    [MemberData(nameof(DotNet))]
    public void Of_dotnet_name_what_is_there(string page, string line)
    {
        var words = Words(page, line);
        string[] known =
        [
            "add",
            "build",
            "cake",
            "csharpier",
            "exec",
            "format",
            "new",
            "nuget",
            "package",
            "pack",
            "publish",
            "run",
            "test",
            "tool",
            "restore",
        ];

        known.ShouldContain(words[1]);
        foreach (var path in words.Skip(2).Where(IsOfTheRepository))
            Path.Exists(Path.Combine(RepositoryRoot.Path, path)).ShouldBeTrue($"{page} names {path}");
    }

    [Fact]
    public void Install_packages_that_exist() =>
        Page
            .All.SelectMany(page => Package().Matches(page.Text).Select(match => match.Groups[1].Value))
            .Distinct()
            .Where(id => id.Contains("AcrTokens", StringComparison.Ordinal) && !PackageIds().Contains(id))
            .ShouldBeEmpty();

    [Fact]
    public void Are_many() => All.Count(command => command.Words[0] == "acrt").ShouldBeGreaterThan(20);

    // A sentence may name a command, or one of its options, without the rest.
    private static bool IsOnlyNamed(string line, string mistake) =>
        mistake.StartsWith("Required argument missing", StringComparison.Ordinal)
        && Page.All.Any(page => page.Text.Contains($"`{line}`", StringComparison.Ordinal));

    private static TheoryData<string, string> Of(string program)
    {
        var data = new TheoryData<string, string>();
        foreach (var (page, line) in All.Where(c => c.Words[0] == program && c.Words.Count > 1).Select(c => (c.Page, Line(c.Words))).Distinct())
            data.Add(page, line);
        return data;
    }

    private static string Line(IReadOnlyList<string> words) => string.Join(' ', words);

    private static IReadOnlyList<string> Words(string page, string line) => All.First(c => c.Page == page && Line(c.Words) == line).Words;

    private static bool IsOfTheRepository(string word) => Folder().IsMatch(word);

    private static IEnumerable<string> PackageIds() =>
        Directory
            .GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file =>
                Id().Match(File.ReadAllText(file)) is { Success: true } match ? match.Groups[1].Value : Path.GetFileNameWithoutExtension(file)
            );

    // Fences of shells and of pipelines, indented lines, and code in the text. An ellipsis stands for what the reader adds.
    private static IEnumerable<string> Texts(Page page) =>
        page
            .Blocks.Where(block => block.Language is "sh" or "yaml")
            .Select(block => block.Text)
            .Concat(Indented().Matches(page.Text).Select(match => match.Value))
            .Concat(Inline().Matches(page.Prose).Select(match => match.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal)))
            .Where(text => !text.StartsWith("acrt", StringComparison.Ordinal) || !text.Contains('…', StringComparison.Ordinal));

    private static List<string> Stripped(IReadOnlyList<string> words) => [.. words.SkipWhile(word => Prefixes.Contains(word))];

    [GeneratedRegex("(?<=\n\n)(?:    .+(?:\n|\\z))+")]
    private static partial Regex Indented();

    [GeneratedRegex("`((?:acrt|dotnet) [^`\n]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex("(?:dotnet add(?: \\S+)? package|dotnet tool (?:install|exec)(?: --global)?|#:package|nuget:\\?package=) ?([A-Za-z.]+)")]
    private static partial Regex Package();

    [GeneratedRegex("<PackageId>([^<]+)</PackageId>")]
    private static partial Regex Id();

    [GeneratedRegex("^(?:src|tests|samples|benchmarks)/")]
    private static partial Regex Folder();
}
