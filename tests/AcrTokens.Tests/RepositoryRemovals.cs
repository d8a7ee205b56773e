namespace AcrTokens.Tests;

/// <summary>Removing a repository from the settings, whether the registry is named before or after.</summary>
public sealed class RepositoryRemovals
{
    private static readonly AcrTokenMintSettings Mint = new AcrTokenMintSettings()
        .AddRepository("samples/a", AcrPermission.Pull)
        .AddRepository("team/a", AcrPermission.Pull)
        .AddRepository("other/b", AcrPermission.Pull);

    private static readonly AcrScopeMapCreateSettings ScopeMap = new AcrScopeMapCreateSettings()
        .AddRepository("samples/a", AcrPermission.Pull)
        .AddRepository("team/a", AcrPermission.Pull)
        .AddRepository("other/b", AcrPermission.Pull);

    [Theory]
    [InlineData(null)]
    [InlineData("contoso")]
    [InlineData("no registry")]
    public void Take_that_one_and_no_other(string? registry)
    {
        Mint.SetRegistryName(registry).RemoveRepository("team/a").Repositories.Select(r => r.Repository).ShouldBe(["samples/a", "other/b"]);
        ScopeMap
            .SetRegistryName(registry)
            .RemoveRepository("team/a")
            .Scopes.OfType<AcrRepositoryScope>()
            .Select(r => r.Repository)
            .ShouldBe(["samples/a", "other/b"]);
    }

    [Fact]
    public void From_an_update_take_all_permissions_or_those_named()
    {
        var update = new AcrScopeMapUpdateSettings();

        update.RemoveRepository("team/a").RemovedScopes.ShouldBe([new AcrRepositoryScope("team/a", AcrPermission.All)]);
        update.RemoveRepository("team/a", AcrPermission.Delete).RemovedScopes.ShouldBe([new AcrRepositoryScope("team/a", AcrPermission.Delete)]);
    }

    [Theory]
    [InlineData("contoso.azurecr.io/team/a")]
    [InlineData("https://contoso.azurecr.io/team/a")]
    [InlineData("localhost:5000/team/a")]
    public void Know_a_host_by_its_form_before_the_registry_is_named(string repository)
    {
        Mint.RemoveRepository(repository).Repositories.Count.ShouldBe(2);
        new AcrTokenMintSettings()
            .AddImage($"{repository}:1")
            .AddRepository("a", AcrPermission.Pull)
            .RemoveRepository("team/a")
            .Repositories.ShouldHaveSingleItem()
            .Repository.ShouldBe("a");
    }

    [Fact]
    public void Know_a_host_that_was_added() =>
        Mint.AddLoginServer("registry.example.com").RemoveRepository("registry.example.com/team/a").Repositories.Count.ShouldBe(2);

    [Theory]
    [InlineData("fabrikam.azurecr.io/a", "contoso.azurecr.io/a")]
    [InlineData("ghcr.io/a", "a")]
    [InlineData("my.app/a", "a")]
    public void Leave_another_registrys(string added, string removed)
    {
        new AcrTokenMintSettings().AddImage(added).RemoveRepository(removed).Repositories.Count.ShouldBe(1);
        new AcrTokenMintSettings().AddImage(added).SetRegistryName("contoso").RemoveRepository(removed).Repositories.Count.ShouldBe(1);
    }
}
