using Azure;
using NSubstitute;

namespace AcrTokens.Tests;

public sealed class ScopeMaps : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Are_made_of_repositories_and_gateways()
    {
        var made = await CreateAsync(s =>
            s.SetDescription("for the samples")
                .AddRepository("samples/*", AcrPermission.Push | AcrPermission.Delete)
                .AddRepository("tools", AcrPermission.MetadataRead | AcrPermission.MetadataWrite)
                .AddGateway(
                    "edge",
                    AcrGatewayPermission.ConfigRead
                        | AcrGatewayPermission.ConfigWrite
                        | AcrGatewayPermission.MessageRead
                        | AcrGatewayPermission.MessageWrite
                )
        );

        made.Description.ShouldBe("for the samples");
        made.Type.ShouldBe("UserDefined");
        made.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        made.Actions.ShouldBe([
            "gateway/edge/config/read",
            "gateway/edge/config/write",
            "gateway/edge/message/read",
            "gateway/edge/message/write",
            "repositories/samples/*/content/delete",
            "repositories/samples/*/content/read",
            "repositories/samples/*/content/write",
            "repositories/tools/metadata/read",
            "repositories/tools/metadata/write",
        ]);
        emulated.Wire.Requests.ShouldBe(["PUT scopeMaps/a-map"]);
    }

    [Fact]
    public async Task Gain_and_lose_permissions_beside_those_that_they_have()
    {
        await CreateAsync(s => s.AddRepository("a", AcrPermission.Push).AddRepository("b", AcrPermission.Pull));
        emulated.Wire.Sent.Clear();

        var updated = await UpdateAsync(s => s.AddRepository("c", AcrPermission.Pull).RemoveRepository("a", AcrPermission.Push));

        updated.Actions.ShouldBe(["repositories/b/content/read", "repositories/c/content/read"]);
        emulated.Wire.Requests.ShouldBe(["GET scopeMaps/a-map", "PATCH scopeMaps/a-map"]);
    }

    [Fact]
    public async Task Are_replaced_without_reading_them()
    {
        await CreateAsync(s => s.AddRepository("a", AcrPermission.Push));
        emulated.Wire.Sent.Clear();

        var updated = await UpdateAsync(s => s.SetScopes(new AcrRepositoryScope("b", AcrPermission.Pull)));

        updated.Actions.ShouldBe(["repositories/b/content/read"]);
        emulated.Wire.Requests.ShouldBe(["PATCH scopeMaps/a-map"]);
    }

    [Fact]
    public async Task Keep_their_actions_when_only_the_description_changes()
    {
        await CreateAsync(s => s.AddRepository("a", AcrPermission.Pull));

        var updated = await UpdateAsync(s => s.SetDescription("for a"));

        updated.Description.ShouldBe("for a");
        updated.Actions.ShouldBe(["repositories/a/content/read"]);
    }

    [Fact]
    public async Task Are_read_listed_and_deleted()
    {
        var made = await CreateAsync(s => s.AddRepository("a", AcrPermission.Pull));

        var read = await emulated.Client.GetScopeMapAsync(emulated.Of(new AcrScopeMapGetSettings()).SetResourceId(made));
        var names = await emulated.Client.ListScopeMapsAsync(emulated.Of(new AcrScopeMapListSettings())).Select(m => m.Name).ToListAsync();
        await emulated.Client.DeleteScopeMapAsync(emulated.Of(new AcrScopeMapDeleteSettings()).SetResourceId(made));
        await emulated.Client.DeleteScopeMapAsync(emulated.Of(new AcrScopeMapDeleteSettings()).SetResourceId(made));

        read.Actions.ShouldBe(made.Actions);
        read.CreatedOn.ShouldBe(made.CreatedOn);
        names.ShouldContain("a-map");
        names.ShouldContain("_repositories_admin");
        var missing = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.GetScopeMapAsync(emulated.Of(new AcrScopeMapGetSettings()).SetResourceId(made))
        );
        missing.Message.ShouldBe($"There is no scope map 'a-map' of registry '{emulated.RegistryId.Name}'.");
        missing.Status.ShouldBe(404);
    }

    [Fact]
    public async Task That_are_wrong_are_refused_before_anything_is_sent()
    {
#pragma warning disable ACRT3002 // the refusal is under test
        (await Refused(new AcrScopeMapCreateSettings().SetName("x"))).ShouldContain("'x' is not a scope map's name");
        (await Refused(new AcrScopeMapCreateSettings().SetName("a-map"))).ShouldContain("the scope map permits nothing");
        (await Refused(new AcrScopeMapCreateSettings().SetDescription(new string('x', 257)))).ShouldContain(
            "the description has 257 characters, more than 256"
        );
        (await Refused(new AcrScopeMapCreateSettings().AddRepository("*/a", AcrPermission.Pull))).ShouldContain("'*/a' is not a repository");
#pragma warning restore ACRT3002
        (await Refused(new AcrScopeMapCreateSettings().AddGateway("a/b", AcrGatewayPermission.ConfigRead))).ShouldContain(
            "'a/b' is not a gateway's name"
        );
        (await Refused(new AcrScopeMapUpdateSettings().SetName("a-map"))).ShouldContain("nothing is to be changed");
        (await Refused(new AcrScopeMapUpdateSettings().SetScopes().SetName("a-map"))).ShouldContain("would permit nothing");
        (
            await Refused(
                new AcrScopeMapUpdateSettings().SetScopes(new AcrRepositoryScope("a", AcrPermission.Pull)).AddRepository("b", AcrPermission.Pull)
            )
        ).ShouldContain("choose one");
        (
            await Refused(new AcrScopeMapUpdateSettings().AddRepository("a", AcrPermission.Push).RemoveRepository("a", AcrPermission.Pull))
        ).ShouldContain("'repositories/a/content/read' is both added and removed");
    }

    [Fact]
    public async Task Are_not_left_empty_or_overfull_by_an_update()
    {
        var executor = Substitutes.Executor();
        executor
            .GetScopeMapIfExistsAsync(null!, default)
            .ReturnsForAnyArgs(
                new AcrScopeMap
                {
                    Id = Substitutes.Registry.ScopeMap("a-map"),
                    Actions = [.. Enumerable.Range(0, 500).Select(i => $"repositories/r{i}/content/read")],
                }
            );
        var update = new AcrScopeMapUpdateSettings().InRegistry().SetName("a-map");

        (
            await Should.ThrowAsync<AcrException>(() =>
                new AcrClient(executor).UpdateScopeMapAsync(update.AddRepository("one-more", AcrPermission.Pull))
            )
        ).Message.ShouldContain("would hold 501 actions, more than 500");
        (
            await Should.ThrowAsync<AcrException>(() =>
                new AcrClient(executor).UpdateScopeMapAsync(
                    update.SetRemovedScopes(Enumerable.Range(0, 500).Select(i => new AcrRepositoryScope($"r{i}", AcrPermission.Pull)))
                )
            )
        ).Message.ShouldContain("would permit nothing");
        await executor.DidNotReceiveWithAnyArgs().UpdateScopeMapAsync(null!, null!, WaitUntil.Completed, default);
    }

    private Task<AcrScopeMap> CreateAsync(Func<AcrScopeMapCreateSettings, AcrScopeMapCreateSettings> configure) =>
        emulated.Client.CreateScopeMapAsync(configure(emulated.Of(new AcrScopeMapCreateSettings()).SetName("a-map")));

    private Task<AcrScopeMap> UpdateAsync(Func<AcrScopeMapUpdateSettings, AcrScopeMapUpdateSettings> configure) =>
        emulated.Client.UpdateScopeMapAsync(configure(emulated.Of(new AcrScopeMapUpdateSettings()).SetName("a-map")));

    private async Task<string> Refused(AcrScopeMapChangeSettings settings)
    {
        var named = emulated.Of(settings);
        var refusal = await Should.ThrowAsync<AcrException>(() =>
            named is AcrScopeMapCreateSettings create
                ? emulated.Client.CreateScopeMapAsync(create)
                : emulated.Client.UpdateScopeMapAsync((AcrScopeMapUpdateSettings)named)
        );
        emulated.Wire.Sent.ShouldBeEmpty();
        return refusal.Message;
    }
}
