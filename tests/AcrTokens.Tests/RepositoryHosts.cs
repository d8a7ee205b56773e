namespace AcrTokens.Tests;

/// <summary>A host before a repository that only the registry itself can recognize as its own.</summary>
public sealed class RepositoryHosts
{
    private readonly AcrExecutor executor = Substitutes.Executor();

    [Theory]
    [InlineData("contoso-9z8y.azurecr.io/app")]
    [InlineData("contoso.azurecr.io/app")]
    [InlineData("contoso-0a1b.azurecr.cn/app")]
    [InlineData("contoso-9z8y.eastus.geo.azurecr.io/app")]
    public async Task Is_refused_before_anything_is_written_where_the_login_server_is_another(string repository)
    {
        var client = new AcrClient(executor);
        var mint = Substitutes.Mint.ResetScopeMap();
        Func<Task>[] tasks =
        [
            () => client.MintTokenAsync(mint.AddRepository(repository, AcrPermission.Pull)),
            () => client.MintTokenAsync(mint.SetRegistryName(Substitutes.Registry.ToString()).AddImage($"{repository}:1")),
            () =>
                client.CreateScopeMapAsync(
                    new AcrScopeMapCreateSettings().InRegistry().SetName("a-scope-map").AddRepository(repository, AcrPermission.Pull)
                ),
            () =>
                client.UpdateScopeMapAsync(
                    new AcrScopeMapUpdateSettings().InRegistry().SetName("a-scope-map").AddRepository(repository, AcrPermission.Pull)
                ),
        ];

        foreach (var task in tasks)
        {
            var refusal = await Should.ThrowAsync<AcrException>(task);
            refusal.Message.ShouldContain(
                $"'{repository.Split('/')[0]}' is not a host of registry 'contoso', whose login server is 'contoso-0a1b.azurecr.io'"
            );
            refusal.NothingDone.ShouldBeTrue();
        }

        executor.CallNames().Distinct().ShouldBe([nameof(AcrExecutor.GetRegistryAsync)]);
    }

    [Theory]
    [InlineData("contoso", "contoso-0a1b.azurecr.io/app", 1)]
    [InlineData("contoso", "contoso-0a1b.eastus.geo.azurecr.io/app", 1)]
    [InlineData("contoso-0a1b", "contoso-0a1b.azurecr.io/app", 0)]
    [InlineData("contoso-0a1b.azurecr.io", "contoso-0a1b.eastus.geo.azurecr.io/app", 0)]
    [InlineData("contoso-0a1b.eastus.geo.azurecr.io", "contoso-0a1b.azurecr.io/app", 0)]
    [InlineData("contoso", "registry.example.com/app", 0)]
    [InlineData("contoso", "app", 0)]
    public async Task Is_asked_for_where_the_settings_alone_do_not_tell(string registry, string repository, int reads)
    {
        await using var lease = await new AcrClient(executor).MintTokenAsync(
            Substitutes
                .Mint.ResetScopeMap()
                .SetRegistryName(registry)
                .AddLoginServer("registry.example.com")
                .AddRepository(repository, AcrPermission.Pull)
        );

        executor.CallNames().Count(name => name == nameof(AcrExecutor.GetRegistryAsync)).ShouldBe(reads);
    }

    [Fact]
    public async Task Is_no_other_emulated_registrys()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { FurtherRegistryNames = ["another"] });
        var another = emulated.Emulator.Registries[1].LoginServer;
        var mint = emulated.Of(new AcrTokenMintSettings());

        foreach (var settings in new[] { mint, mint.SetRegistryName(emulated.RegistryId.Name).SetSubscriptionId(emulated.RegistryId.SubscriptionId) })
        {
            (
                await Should.ThrowAsync<AcrException>(() =>
                    emulated.Client.MintTokenAsync(settings.AddRepository($"{another}/app", AcrPermission.Pull))
                )
            ).Message.ShouldContain($"'{another}' is not a host of registry");
            (
                await Should.ThrowAsync<AcrException>(() => emulated.Client.MintTokenAsync(settings.AddImage($"{another}/app:1")))
            ).Message.ShouldContain($"'{another}' is not a host of registry");
            await using var own = await emulated.Client.MintTokenAsync(settings.AddImage($"{emulated.Emulator.LoginServer}/app:1"));
        }

        emulated.Wire.Requests.ShouldNotContain(r => r.Contains("another", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_asked_for_in_a_rehearsal()
    {
        await using var lease = await new AcrClient(executor).MintTokenAsync(
            Substitutes.Mint.ResetScopeMap().AddImage("contoso.azurecr.io/app:1") with
            {
                WhatIf = true,
            }
        );

        executor.CallNames().ShouldBeEmpty();
    }
}
