namespace AcrTokens.Tests;

/// <summary>EnableNoWait: one request, and the state in its response.</summary>
public sealed class NotWaiting : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromMinutes(1) });

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task For_a_token_to_be_created_changed_and_deleted()
    {
        var create = emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").EnableOverwrite();

        var created = await emulated.Client.CreateTokenAsync(create.EnableNoWait());
        var updated = await emulated.Client.UpdateTokenAsync(
            emulated.Of(new AcrTokenUpdateSettings()).SetResourceId(created).Disable().EnableNoWait()
        );
        await emulated.Client.DeleteTokenAsync(emulated.Of(new AcrTokenDeleteSettings()).SetResourceId(created).EnableNoWait());

        created.ProvisioningState.ShouldBe(AcrProvisioningState.Creating);
        updated.ProvisioningState.ShouldBe(AcrProvisioningState.Updating);
        updated.Status.ShouldBe(AcrTokenStatus.Disabled);
        emulated.Wire.Sent.ShouldBe(["PUT tokens/a-token", "PATCH tokens/a-token", "DELETE tokens/a-token"]);
    }

    [Fact]
    public async Task For_a_scope_map_to_be_changed_and_deleted()
    {
        await emulated.Client.CreateScopeMapAsync(
            emulated.Of(new AcrScopeMapCreateSettings()).SetName("a-map").AddRepository("a", AcrPermission.Pull)
        );
        emulated.Wire.Sent.Clear();

        var updated = await emulated.Client.UpdateScopeMapAsync(
            emulated.Of(new AcrScopeMapUpdateSettings()).SetName("a-map").SetDescription("for a").EnableNoWait()
        );
        await emulated.Client.DeleteScopeMapAsync(emulated.Of(new AcrScopeMapDeleteSettings()).SetResourceId(updated).EnableNoWait());

        updated.ProvisioningState.ShouldBe(AcrProvisioningState.Updating);
        emulated.Wire.Sent.ShouldBe(["PATCH scopeMaps/a-map", "DELETE scopeMaps/a-map"]);
    }
}
