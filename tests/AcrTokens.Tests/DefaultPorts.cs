namespace AcrTokens.Tests;

/// <summary>The default https port after a host.</summary>
public sealed class DefaultPorts
{
    [Theory]
    [InlineData("contoso.azurecr.io:443", "contoso.azurecr.io")]
    [InlineData("https://Contoso.azurecr.io:443/", "contoso.azurecr.io")]
    [InlineData("[fe80::1]:443", "[fe80::1]")]
    [InlineData("contoso.azurecr.io:4430", "contoso.azurecr.io:4430")]
    [InlineData("contoso.azurecr.io:0443", "contoso.azurecr.io")]
    [InlineData("localhost:443", "localhost:443")] // an emulator's login server always has its port
    public void Are_left_out(string text, string host) => RegistryHost.TryParse(text).ShouldBe(host);

    [Fact]
    public async Task Name_the_same_registry()
    {
        var executor = Substitutes.Executor();
        await using var lease = await new AcrClient(executor).MintTokenAsync(
            Substitutes
                .Mint.ResetScopeMap()
                .SetRegistryName("contoso-0a1b.azurecr.io:443")
                .AddRepository("contoso-0a1b.azurecr.io:443/app", AcrPermission.Pull)
        );

        (await lease.GetLoginServerAsync()).ShouldBe("contoso-0a1b.azurecr.io");
        (await lease.GetLoginServersAsync(default)).ShouldBe(["contoso-0a1b.azurecr.io"]);
    }

    [Fact]
    public async Task Hide_no_other_registry() =>
        (
            await Should.ThrowAsync<AcrException>(() =>
                new AcrClient(Substitutes.Executor()).MintTokenAsync(Substitutes.Mint.AddLoginServer("ghcr.io:443"))
            )
        ).Message.ShouldContain("is a login server of another registry than 'contoso'");
}
