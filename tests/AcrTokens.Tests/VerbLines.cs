namespace AcrTokens.Tests;

/// <summary>The first line names the failed sign-in wherever it ends up, as in docs/notes/first-lines.md.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed class VerbLines
{
    private const string Page = "notes/first-lines.md";

    public static TheoryData<string> Names => [.. VerbCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_the_failed_sign_in(string name)
    {
        await using var cases = await VerbCases.StartAsync();

        var line = await VerbCases.All[name](cases);

        line.ShouldContain("signing in to Azure with ClientAssertionCredential failed: AADSTS700024, the OIDC assertion has expired");
        FirstLines.In(Page).GetValueOrDefault(name).ShouldBe(line);
    }

    [Fact]
    public void Are_all_that_is_documented_of_them() => FirstLines.In(Page).Keys.ShouldBe(VerbCases.All.Keys, ignoreOrder: true);
}
