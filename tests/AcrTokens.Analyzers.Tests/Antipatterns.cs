using System.Text.RegularExpressions;

namespace AcrTokens.Analyzers.Tests;

public sealed partial class Antipatterns
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "samples", "antipatterns", "Build.cs"));

    [Fact]
    public async Task Are_flagged_line_by_line()
    {
        var compilation = Sources.Compile(Sources.Parse("global using System; " + string.Join('\n', Lines), "Build.cs"));
        Check.Errors(compilation).ShouldBeEmpty();

        var found = await Check.RunAsync(compilation, AllRules.Create());

        found
            .Select(d => $"{d.Location.GetLineSpan().StartLinePosition.Line + 1}: {d.Id}")
            .ShouldBe(Lines.Index().SelectMany(line => Marks().Matches(line.Item).Select(mark => $"{line.Index + 1}: {mark.Groups[1].Value}")));
    }

    [Fact]
    public void Have_one_for_each_rule() =>
        Lines
            .SelectMany(line => Marks().Matches(line).Select(mark => mark.Groups[1].Value))
            .Distinct()
            .ShouldBe(AllRules.Descriptors.Select(d => d.Id), ignoreOrder: true);

    [GeneratedRegex("// (ACRT[0-9]{4})$")]
    private static partial Regex Marks();
}
