namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class WideScopes
{
    [Theory]
    [InlineData(
        "lease = AcrTokenMint(s => s.SetScopeMap([|\"_repositories_push\"|]));",
        "'_repositories_push' reaches every repository of the registry. Name those that the build needs with 'AddRepository'."
    )]
    [InlineData(
        "lease = AcrTokenMint(s => s.AddRepository([|\"*\"|], AcrPermission.Push));",
        "'*' reaches every repository of the registry. Name those that the build needs with 'AddRepository'."
    )]
    [InlineData(
        "AcrTokenCreate(s => s.SetScopeMap([|\"_repositories_admin\"|]));",
        "'_repositories_admin' reaches every repository of the registry. Use a scope map of your own that names those it needs with 'AddRepository'."
    )]
    public Task Scope_Triggers(string statements, string message) => Check.SourceAsync<ScopeIsTooWide>(Body(statements), message);

    [Theory]
    [InlineData("var settings = new AcrTokenMintSettings { ScopeMap = [|\"_repositories_push_metadata_write\"|] };")]
    [InlineData(
        "const string map = "
            + "\"/subscriptions/1/resourceGroups/b/providers/Microsoft.ContainerRegistry/registries/contoso/scopeMaps/_repositories_admin\"; "
            + "AcrTokenUpdate(s => s.SetScopeMap([|map|]));"
    )]
    [InlineData("AcrScopeMapCreate(s => s.AddRepository([|\"*\"|], AcrPermission.Pull));")]
    [InlineData("var scope = new AcrRepositoryScope([|\"*\"|], AcrPermission.Pull);")]
    public Task Scope_in_other_places_Triggers(string statements) => Check.SourceAsync<ScopeIsTooWide>(Body(statements));

    [Theory]
    [InlineData("lease = AcrTokenMint(s => s.SetScopeMap(\"_repositories_pull\"));")]
    [InlineData("lease = AcrTokenMint(s => s.SetScopeMap(\"ci-push\"));")]
    [InlineData("lease = AcrTokenMint(s => s.AddRepository(\"samples/*\", AcrPermission.Push));")]
    [InlineData("AcrTokenPreflight(s => s.SetScopeMap(\"_repositories_push\"));")]
    [InlineData("AcrScopeMapGet(s => s.SetName(\"_repositories_push\"));")]
    public Task Scope_that_is_needed_DoesNotTrigger(string statements) => Check.SourceAsync<ScopeIsTooWide>(Body(statements));

    [Theory]
    [InlineData("SetScopeMap(\"_repositories_push\")")]
    [InlineData("AddRepository(\"*\", AcrPermission.Push)")]
    public Task Scope_of_a_mint_IsFixed(string before) =>
        Fix.SourceAsync<ScopeIsTooWide, NameRepository>(
            Body($"lease = AcrTokenMint(s => s.{before}.SetRegistryName(\"contoso\"));"),
            Body("lease = AcrTokenMint(s => s.AddRepository(\"<repository>\", AcrPermission.Push).SetRegistryName(\"contoso\"));")
        );

    [Fact]
    public Task Repository_that_the_fix_leaves_open_Triggers() =>
        Check.SourceAsync<ConstantIsRefused>(Body("lease = AcrTokenMint(s => s.AddRepository([|\"<repository>\"|], AcrPermission.Push));"));

    [Fact]
    public Task Scope_of_a_token_IsNotFixed() =>
        Fix.IsNotOfferedAsync<ScopeIsTooWide, NameRepository>(Body("AcrTokenCreate(s => s.SetScopeMap(\"_repositories_push\"));"));
}
