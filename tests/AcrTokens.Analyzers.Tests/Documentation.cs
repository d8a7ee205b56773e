using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Ids, titles, links, pages, the table of rules and the release notes agree.</summary>
public sealed partial class Documentation
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "analyzers");

    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_to_the_page_of_the_rule(string id)
    {
        File.Exists(Path.Combine(Folder, $"{id}.md")).ShouldBeTrue();
        HelpLink.To("https://example.com/acr/blob/main/", id).ShouldBe($"https://example.com/acr/blob/main/docs/analyzers/{id}.md");
        (Rule(id).HelpLinkUri.Length == 0 || Rule(id).HelpLinkUri.StartsWith("https://", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_with_all_that_is_to_say(string id)
    {
        var page = Page(id);

        page.ShouldStartWith($"# {id}: {Rule(id).Title}\n");
        page.ShouldContain($"| Category | {Rule(id).Category} |");
        page.ShouldContain($"| Default severity | {Severity(id)} |");
        page.Contains("| Fix | none |", StringComparison.Ordinal).ShouldBe(!IsFixed(id));
        Headings()
            .Matches(page)
            .Select(h => h.Groups[1].Value)
            .ShouldBe(["Cause", "Why it matters", "Flagged", "Fixed", "How to configure", "When to suppress"]);
        page.ShouldContain($"dotnet_diagnostic.{id}.severity = ");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Shows_code_that_is_flagged_and_code_that_is_not(string id)
    {
        (await FlaggedInAsync(id, "Flagged")).Distinct().ShouldBe([id]);
        (await FlaggedInAsync(id, "Fixed")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("docs")]
    [InlineData("http://example.com")]
    public void Has_no_link_where_the_address_of_the_project_is_not_known(string? project) => HelpLink.To(project, "ACRT1001").ShouldBeNull();

    [Fact]
    public void Has_a_page_for_each_rule_and_no_other() =>
        Directory
            .GetFiles(Folder)
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe([.. AllRules.Descriptors.Select(d => d.Id), "README"], ignoreOrder: true);

    [Fact]
    public void Lists_each_rule_in_the_table() =>
        Rows()
            .Matches(File.ReadAllText(Path.Combine(Folder, "README.md")))
            .Select(row => (row.Groups["id"].Value, row.Groups["link"].Value, row.Groups["title"].Value, row.Groups["severity"].Value))
            .ShouldBe(AllRules.Descriptors.Select(d => (d.Id, d.Id, d.Title.ToString(), Severity(d.Id))));

    [Fact]
    public void Lists_each_rule_in_the_release_notes()
    {
        var sources = Path.Combine(RepositoryRoot.Path, "src", "AcrTokens.Analyzers");
        var lines = Directory
            .GetFiles(sources, "AnalyzerReleases.*.md")
            .SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("ACRT", StringComparison.Ordinal));

        lines.ShouldBe(AllRules.Descriptors.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}"), ignoreOrder: true);
    }

    [Fact]
    public void Is_linked_from_the_readme() =>
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")).ShouldContain("(docs/analyzers/README.md)");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_in_the_message_what_is_wrong_and_then_what_to_do(string id)
    {
        var message = Rule(id).MessageFormat.ToString();

        message.ShouldEndWith(".");
        message[..^1].ShouldContain(". ");
        Rule(id).Title.ToString().ShouldNotEndWith(".");
        Rule(id).IsEnabledByDefault.ShouldBeTrue();
        Rule(id).Description.ToString().ShouldEndWith(".");
    }

    private static async Task<IEnumerable<string>> FlaggedInAsync(string id, string heading)
    {
        var code = Code().Match(Page(id)[Page(id).IndexOf($"## {heading}\n", StringComparison.Ordinal)..]).Groups[1].Value;
        var source = code.Contains("class ", StringComparison.Ordinal) ? Sources.Usings + code : Sources.Build(code);
        var compilation = Sources.Compile(Sources.Parse(source, "Build.cs"));
        Check.Errors(compilation).ShouldBeEmpty();
        return (await Check.RunAsync(compilation, AllRules.Create())).Select(d => d.Id);
    }

    private static DiagnosticDescriptor Rule(string id) => AllRules.Descriptors.Single(d => d.Id == id);

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, $"{id}.md"));

    private static bool IsFixed(string id) => AllRules.CreateFixes().Any(fix => fix.FixableDiagnosticIds.Contains(id));

    private static string Severity(string id) =>
        Rule(id).DefaultSeverity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"^\| \[(?<id>ACRT[0-9]{4})\]\((?<link>ACRT[0-9]{4})\.md\) \| (?<title>.+?) \| (?<severity>\w+) \| .*\|$",
        RegexOptions.Multiline
    )]
    private static partial Regex Rows();
}
