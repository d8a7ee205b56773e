namespace AcrTokens.Tests;

/// <summary>docs/troubleshooting.md quotes the library's own lines exactly.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed class Troubles
{
    private const string Page = "troubleshooting.md";

    public static TheoryData<string> Names => [.. TroubleCases.All.Keys];

    [LinuxTheory]
    [MemberData(nameof(Names))]
    public async Task Are_told_as_documented(string name) => FirstLines.In(Page).GetValueOrDefault(name).ShouldBe(await TroubleCases.All[name]());

    [Fact]
    public void Are_all_that_is_documented_of_them() => FirstLines.In(Page).Keys.ShouldBe(TroubleCases.All.Keys, ignoreOrder: true);
}
