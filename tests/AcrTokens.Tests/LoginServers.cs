using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>The hosts that a lease's password is valid for.</summary>
public sealed class LoginServers
{
    private readonly AcrExecutor executor = Substitutes.Executor();

    [Theory]
    [InlineData("contoso", "contoso-0a1b.azurecr.io")]
    [InlineData("contoso-0a1b", "contoso-0a1b.azurecr.io")]
    [InlineData("Contoso.azurecr.io", "contoso.azurecr.io")]
    [InlineData("https://contoso.azurecr.us/", "contoso.azurecr.us")]
    [InlineData("contoso-0a1b.westeurope.geo.azurecr.io", "contoso-0a1b.azurecr.io", "contoso-0a1b.westeurope.geo.azurecr.io")]
    public async Task Of_a_lease_are_the_registrys_own_and_the_one_that_it_was_named_by(string registry, params string[] hosts) =>
        (await HostsAsync(s => s.SetRegistryName(registry))).ShouldBe(hosts);

    [Fact]
    public async Task Of_a_lease_are_those_that_were_added_too_each_once_and_in_lower_case() =>
        (
            await HostsAsync(s =>
                s.AddLoginServer("https://Contoso-0a1b.EastUS.geo.azurecr.io/")
                    .AddLoginServer("registry.example.com:8443")
                    .AddLoginServer("REGISTRY.example.com.:8443")
                    .AddLoginServer("CONTOSO-0a1b.azurecr.io")
            )
        ).ShouldBe(["contoso-0a1b.azurecr.io", "contoso-0a1b.eastus.geo.azurecr.io", "registry.example.com:8443"]);

    [Fact]
    public async Task Of_a_lease_are_those_before_repositories_and_images_too() =>
        (
            await HostsAsync(s =>
                s.ResetScopeMap()
                    .SetRegistryName("contoso-0a1b.azurecr.io")
                    .AddImage("Contoso-0a1b.EastUS.geo.azurecr.io/app:1")
                    .AddRepository("https://contoso-0a1b.westus.geo.azurecr.io/app", AcrPermission.Pull)
                    .AddRepository("samples/app", AcrPermission.Pull)
            )
        ).ShouldBe(["contoso-0a1b.azurecr.io", "contoso-0a1b.eastus.geo.azurecr.io", "contoso-0a1b.westus.geo.azurecr.io"]);

    [Fact]
    public async Task Of_a_lease_are_all_of_this_machine_that_an_image_stands_behind()
    {
        await using var emulated = await Emulated.StartAsync();
        var image = $"127.0.0.1:{new Uri($"https://{emulated.Emulator.LoginServer}").Port}";

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Of(new AcrTokenMintSettings()).AddImage($"{image}/samples/hello:1.0"));

        (await lease.GetLoginServersAsync(default)).ShouldBe([emulated.Emulator.LoginServer, image]);
    }

    [Fact]
    public async Task Are_asked_for_at_most_once()
    {
        await using var named = await MintAsync(s => s.SetRegistryName("contoso-0a1b.azurecr.io"));
        await named.GetLoginServersAsync(default);
        executor.CallNames().ShouldNotContain(nameof(AcrExecutor.GetRegistryAsync));

        await using var regional = await MintAsync(s => s.SetRegistryName("contoso-0a1b.eastus.geo.azurecr.io"));
        await regional.GetLoginServersAsync(default);
        await regional.GetLoginServersAsync(default);
        executor.CallNames().Count(name => name == nameof(AcrExecutor.GetRegistryAsync)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_an_attached_lease_have_the_one_that_it_was_named_by()
    {
        executor.GetTokenIfExistsAsync(null!, default).ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<Azure.Core.ResourceIdentifier>() });
        var settings = new AcrTokenRevokeSettings().InRegistry().SetRegistryName("contoso-0a1b.eastus.geo.azurecr.io").SetName("a-token");

        await using var lease = await AcrTokenLease.AttachAsync(new AcrClient(executor), settings);

        (await lease.GetLoginServersAsync(default)).ShouldBe(["contoso-0a1b.azurecr.io", "contoso-0a1b.eastus.geo.azurecr.io"]);
    }

    [Theory]
    [InlineData("https://registry.example.com/app", "is no host to log in to")]
    [InlineData("ftp://registry.example.com", "is no host to log in to")]
    [InlineData("user@registry.example.com", "is no host to log in to")]
    [InlineData("registry.example.com:70000", "is no host to log in to")]
    [InlineData("[::zz]", "is no host to log in to")]
    [InlineData("two hosts", "is no host to log in to")]
    [InlineData("", "is no host to log in to")]
    [InlineData("samples", "is no host to log in to")]
    [InlineData("contoso.eastus.data.azurecr.io", "is a data endpoint of 'contoso.azurecr.io', which needs no login: leave it out")]
    [InlineData("fabrikam.azurecr.io", "is a login server of another registry than 'contoso'")]
    [InlineData("ghcr.io", "is a login server of another registry than 'contoso'")]
    [InlineData("contoso.azurecr.cn", "'contoso.azurecr.cn' is a registry of AzureChina, and the cloud is AzurePublicCloud")]
    public async Task That_are_none_are_refused_before_anything_is_sent(string host, string reason)
    {
        var client = new AcrClient(Azure.Core.DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("nobody signs in")));

        var refusal = await Should.ThrowAsync<AcrException>(() => client.MintTokenAsync(Substitutes.Mint.AddLoginServer(host)));

        refusal.Message.ShouldContain(reason);
        refusal.NothingDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("[::1]:5000", "[::1]:5000")]
    [InlineData("10.0.0.4", "10.0.0.4")]
    [InlineData("registry:5000", "registry:5000")]
    [InlineData("localhost", "localhost")]
    [InlineData("localhost:5000", "localhost:5000")]
    public async Task May_be_any_host(string text, string host) => (await HostsAsync(s => s.AddLoginServer(text))).ShouldContain(host);

    [Fact]
    public void Are_taken_away_however_they_are_written() =>
        new AcrTokenMintSettings()
            .SetLoginServers("https://Registry.example.com/", "another")
            .RemoveLoginServer("registry.example.com")
            .LoginServers.ShouldBe(["another"]);

    private async Task<IReadOnlyList<string>> HostsAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings> configure)
    {
        await using var lease = await MintAsync(configure);
        return await lease.GetLoginServersAsync(default);
    }

    private Task<AcrTokenLease> MintAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings> configure) =>
        new AcrClient(executor).MintTokenAsync(configure(Substitutes.Mint));
}
