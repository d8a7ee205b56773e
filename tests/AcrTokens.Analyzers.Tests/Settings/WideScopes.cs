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
}
