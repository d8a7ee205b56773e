namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class ConstantNames
{
    [Theory]
    [InlineData("""AcrTokenCreate(s => s.SetRegistryName("contoso").SetName([|"ci-push"|]));""")]
    [InlineData("""AcrTokenCreate(s => s.SetName(name: [|"ci-push"|]));""")]
    [InlineData("""AcrTokenCreate(new AcrTokenCreateSettings { Name = [|"ci-push"|] });""")]
    [InlineData("""var settings = new AcrTokenCreateSettings(); settings = settings with { Name = [|"ci-push"|] };""")]
    [InlineData("""const string name = "ci-push"; AcrTokenCreate(s => AcrTokenSettingsExtensions.SetName(s, [|name|]));""")]
    [InlineData("""AcrTokenCreate(s => s.SetName([|"ci" + "-push"|]));""")]
    public Task Created_token_Triggers(string statements) => Check.SourceAsync<NameIsConstant>(Body(statements));

    [Fact]
    public Task Message_Has_the_call() =>
        Check.SourceAsync<NameIsConstant>(
            Body("""AcrTokenCreate(s => s.SetName([|"contoso-website-push"|]));"""),
            """Every build creates token 'contoso-website-push': parallel builds collide, and creating it anew wipes its passwords. Use 'AcrTokenName.ForRun("contoso-webs")'."""
        );

    [Theory]
    [InlineData("""AcrTokenGet(s => s.SetName("ci-push"));""")]
    [InlineData("""AcrTokenDelete(s => s.SetName("ci-push"));""")]
    [InlineData("""AcrTokenCreate(s => s.SetName(AcrTokenName.ForRun("ci")));""")]
    [InlineData("""AcrTokenCreate(s => s.SetName($"ci-{Guid.NewGuid():N}"));""")]
    [InlineData("""AcrScopeMapCreate(s => s.SetName("ci-push"));""")]
    [InlineData("""AcrTokenCreate(s => s.SetName(null));""")]
    [InlineData("""AcrTokenCreate(s => s.SetName("no"));""")]
    public Task Name_of_something_else_DoesNotTrigger(string statements) => Check.SourceAsync<NameIsConstant>(Body(statements));

    [Theory]
    [InlineData("\"ci-push\"", "AcrTokenName.ForRun(\"ci-push\")")]
    [InlineData("\"contoso-web-push\"", "AcrTokenName.ForRun(\"contoso-web\")")]
    [InlineData("\"42-tokens\"", "AcrTokenName.ForRun()")]
    public Task Name_IsFixed(string before, string after) =>
        Fix.SourceAsync<NameIsConstant, NameForRun>(
            Body($"AcrTokenCreate(s => s.SetName({before}));"),
            Body($"AcrTokenCreate(s => s.SetName({after}));")
        );

    [Fact]
    public Task Name_without_the_namespace_IsFixed() =>
        Fix.SourceAsync<NameIsConstant, NameForRun>(
            """class C { object Run() => new AcrTokens.AcrTokenCreateSettings { Name = "ci-push" }; }""",
            """class C { object Run() => new AcrTokens.AcrTokenCreateSettings { Name = AcrTokens.AcrTokenName.ForRun("ci-push") }; }"""
        );
}
