using System.Text.RegularExpressions;

namespace AcrTokens.Tests;

/// <summary>The first line names every failure before Azure responds, as in docs/errors.md.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed partial class SignIns
{
    private const string Page = "errors.md";

    private static readonly string[] Unanswered = ["a Resource Manager that does not respond", "the same, at a revocation"];

    public static TheoryData<string> Names => [.. SignInCases.All.Keys];

    [LinuxTheory]
    [MemberData(nameof(Names))]
    public async Task Fail_as_documented(string name)
    {
        await using var cases = await SignInCases.StartAsync();

        var failure = await SignInCases.All[name](cases);

        var line = cases.Line(failure);
        FirstLines.In(Page).GetValueOrDefault(name).ShouldBe(line);
        failure.ToString().ShouldContain(failure.Message);
        failure.NothingDone.ShouldBe(!Unanswered.Contains(name));
        DoubledStop().IsMatch(line).ShouldBeFalse();
        line.ShouldNotContain('\n');
    }

    [Fact]
    public void Are_all_that_is_documented_of_them() => FirstLines.In(Page).Keys.ShouldBe(SignInCases.All.Keys, ignoreOrder: true);

    [GeneratedRegex("\\w\\.\\.(\\s|$)")]
    private static partial Regex DoubledStop();
}
