namespace AcrTokens.Tests;

/// <summary>Combined permissions, compared with the registry's own scope maps.</summary>
public sealed class Permissions
{
    [Theory]
    [InlineData(AcrPermission.Pull, "_repositories_pull")]
    [InlineData(AcrPermission.PullAndList, "_repositories_pull_metadata_read")]
    [InlineData(AcrPermission.Push, "_repositories_push")]
    [InlineData(AcrPermission.PushAndList | AcrPermission.MetadataWrite, "_repositories_push_metadata_write")]
    [InlineData(AcrPermission.All, "_repositories_admin")]
    public async Task Are_those_of_a_system_scope_map(AcrPermission permission, string scopeMap)
    {
        await using var emulated = await Emulated.StartAsync();

        var map = await emulated.Client.GetScopeMapAsync(emulated.Of(new AcrScopeMapGetSettings()).SetName(scopeMap));

        new AcrRepositoryScope("*", permission).ToActions().ShouldBe(map.Actions, ignoreOrder: true);
    }

    [Fact]
    public void Name_each_action_alone() =>
        new[] { AcrPermission.Pull, AcrPermission.ContentWrite, AcrPermission.Delete, AcrPermission.MetadataRead, AcrPermission.MetadataWrite }
            .Select(permission => new AcrRepositoryScope("app", permission).ToActions().ShouldHaveSingleItem())
            .ShouldBe([
                "repositories/app/content/read",
                "repositories/app/content/write",
                "repositories/app/content/delete",
                "repositories/app/metadata/read",
                "repositories/app/metadata/write",
            ]);
}
