using System.Text.RegularExpressions;
using AcrTokens.Documentation.Tests.Pages;

namespace AcrTokens.Documentation.Tests.CSharp;

/// <summary>Whole calls of tasks in a sentence or a table, which people copy too.</summary>
public sealed partial class InlineCSharp
{
    // Its aliases are another class, which Cake.AcrTokens.Real.Tests compiles.
    private const string Cake = "docs/cake.md";

    // Its result is not kept, a token is created once, and what is revoked is another sentence.
    private static readonly string[] OfItsPlace = ["ACRT1001", "ACRT1002", "ACRT1004", "ACRT1005", "ACRT2004"];

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var (page, code) in Page
                    .All.Where(page => page.Path != Cake)
                    .SelectMany(page => Calls(page).Select(code => (page.Path, code)))
                    .Distinct()
            )
                data.Add(page, code);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Compiles_without_a_warning(string page, string code)
    {
        var block = new Block(page, 1, "", "csharp", [], $"{code};");

        var found = await Compiled.DiagnosticsAsync(block, [], CodeContext.All["nuke"]);

        string.Join('\n', found.Where(diagnostic => !OfItsPlace.Contains(diagnostic.Id))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Calls(Page page) =>
        Code().Matches(page.Prose).Select(match => match.Groups[1].Value).Where(code => !code.Contains('…', StringComparison.Ordinal));

    [GeneratedRegex(@"`((?:Acr\w+|WithAcrToken|DockerPush|AcrTokenTasks\.Client = new AcrClient)\([^`\n]+\))`")]
    private static partial Regex Code();
}
