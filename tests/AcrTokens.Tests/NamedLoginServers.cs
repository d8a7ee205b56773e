using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A registry that is named by a host, compared with the service's login server.</summary>
public sealed class NamedLoginServers
{
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public NamedLoginServers() => client = new(executor);

    [Fact]
    public async Task Stand_for_the_task_that_names_them_alone()
    {
        await using var wrong = await MintAsync("contoso-wrong.azurecr.io");
        await using var byName = await MintAsync("contoso");

        (await wrong.GetLoginServerAsync()).ShouldBe("contoso-wrong.azurecr.io");
        (await byName.GetLoginServerAsync()).ShouldBe("contoso-0a1b.azurecr.io");
    }

    [Theory]
    [InlineData("contoso-wrong.azurecr.io")]
    [InlineData("contoso-wrong.eastus.geo.azurecr.io")]
    [InlineData("contoso-wrong")]
    [InlineData("contoso.azurecr.io")]
    [InlineData("contoso-0a1b.azurecr.cn")]
    public async Task That_the_service_contradicts_are_refused(string registry)
    {
        executor.ListRegistriesAsync(null!, null!, default).ReturnsForAnyArgs(call => ListAsync());
        await using var lease = await MintAsync("contoso");
        await lease.GetLoginServerAsync();

        var refusal = await Should.ThrowAsync<AcrException>(() => MintAsync(registry));

        refusal.Message.ShouldContain($"'{registry}' is not registry 'contoso', whose login server is 'contoso-0a1b.azurecr.io'");
    }

    [Theory]
    [InlineData("contoso-wrong.eastus.geo.azurecr.io")]
    [InlineData("contoso-wrong")]
    public async Task Are_compared_as_soon_as_the_service_says_one(string registry)
    {
        await using var lease = await MintAsync(registry);

        (await Should.ThrowAsync<AcrException>(() => lease.GetLoginServerAsync())).Message.ShouldContain(
            $"'{registry}' is not registry 'contoso', whose login server is 'contoso-0a1b.azurecr.io'"
        );
        (
            await Should.ThrowAsync<AcrException>(() => client.GetRegistryAsync(new AcrRegistryGetSettings().InRegistry().SetRegistryName(registry)))
        ).Message.ShouldContain($"'{registry}' is not registry 'contoso'");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Of_this_machine_are_one_by_their_port(string host)
    {
        await using var emulated = await Emulated.StartAsync();
        var named = $"{host}:{new Uri($"https://{emulated.Emulator.LoginServer}").Port}";

        await using var lease = await emulated.Client.MintTokenAsync(
            new AcrTokenMintSettings().SetRegistryName(named).SetSubscriptionId(emulated.RegistryId.SubscriptionId).SetScopeMap("_repositories_push")
        );

        (await lease.GetLoginServerAsync()).ShouldBe(emulated.Emulator.LoginServer);
        (await lease.GetLoginServersAsync(default)).ShouldBe(new[] { emulated.Emulator.LoginServer, named }.Distinct());
    }

    [Fact]
    public async Task Are_those_of_a_rehearsal_too()
    {
        await using var lease = await client.MintTokenAsync(Substitutes.Mint.SetRegistryName("contoso-0a1b.azurecr.io") with { WhatIf = true });
        await using var lookedUp = await client.MintTokenAsync(
            Substitutes.Mint.SetRegistryName("contoso-0a1b.azurecr.io").ResetResourceGroupName() with
            {
                WhatIf = true,
            }
        );

        lease.GetLoginServer().ShouldBe("contoso-0a1b.azurecr.io");
        lookedUp.GetLoginServer().ShouldBe("contoso-0a1b.azurecr.io");
    }

    private Task<AcrTokenLease> MintAsync(string registry) => client.MintTokenAsync(Substitutes.Mint.SetRegistryName(registry));

    private static async IAsyncEnumerable<AcrRegistry> ListAsync()
    {
        await Task.CompletedTask;
        yield return new AcrRegistry { Id = Substitutes.Registry, LoginServer = "contoso-0a1b.azurecr.io" };
    }
}
