using AcrTokens.Emulator;

namespace AcrTokens.Tests;

/// <summary>The library's ready-made client of an emulator.</summary>
public sealed class EmulatorClients : IAsyncLifetime
{
    private AcrEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await AcrEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [Fact]
    public async Task Mint_and_revoke_with_the_login_server_alone()
    {
        var client = new AcrClient(emulator.Credential, emulator.CreateClientOptions());

        await using (
            var lease = await client.MintTokenAsync(
                new AcrTokenMintSettings().SetRegistryName(emulator.LoginServer).SetScopeMap("_repositories_push")
            )
        )
        {
            (await lease.GetLoginServerAsync()).ShouldBe(emulator.LoginServer);
            emulator.Tokens.ShouldHaveSingleItem();
        }

        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_made_in_process_too()
    {
        await using var inProcess = await AcrEmulator.StartInProcessAsync(new() { FurtherRegistryNames = ["another"] });
        var client = new AcrClient(inProcess.Credential, inProcess.CreateClientOptions());

        var registry = await client.GetRegistryAsync(new AcrRegistryGetSettings().SetRegistryName(inProcess.Registries[1].LoginServer));

        registry.Name.ShouldBe("another");
    }

    [Fact]
    public async Task Are_made_of_the_exports_by_one_call()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, emulator.CertificatePem);
        var exports = Exports(file);

        var client = AcrClient.ForEmulator(name => exports.GetValueOrDefault(name), options => options.RevokeTimeout = TimeSpan.FromSeconds(10));
        var registry = await client.GetRegistryAsync(new AcrRegistryGetSettings().SetRegistryName(emulator.LoginServer));

        registry.Name.ShouldBe("myregistry");
        client.RevokeTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        File.Delete(file);
    }

    [Fact]
    public void Are_not_made_of_exports_that_are_missing_or_lead_elsewhere()
    {
        var exports = Exports("/nowhere/ca.pem");
        exports["ACR_EMULATOR_ARM"] = "https://management.azure.com/";
        exports.Remove("AZURE_CLIENT_SECRET");

        var refusal = Should.Throw<AcrException>(() => AcrClient.ForEmulator(name => exports.GetValueOrDefault(name), null)).Message;

        refusal.ShouldContain("AZURE_CLIENT_SECRET of acr-emulator's exports");
        refusal.ShouldContain("'https://management.azure.com/', which is not an https address of this machine");
        refusal.ShouldContain("'/nowhere/ca.pem', cannot be read");
    }

    [Fact]
    public async Task Are_not_made_of_a_tenant_that_is_none()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, emulator.CertificatePem);
        var exports = Exports(file);
        exports["AZURE_TENANT_ID"] = "33333333\n";

        Should
            .Throw<AcrException>(() => AcrClient.ForEmulator(name => exports.GetValueOrDefault(name), null))
            .Message.ShouldBe(
                "ForEmulator was not started, nothing was sent: AZURE_TENANT_ID is '33333333\\n', which is no tenant: it takes a tenant's "
                    + "id (a GUID) or domain name."
            );
        File.Delete(file);
    }

    [Theory]
    [InlineData("localhost:5000")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("[::1]:5000")]
    public async Task Are_what_a_login_server_of_this_machine_needs(string loginServer)
    {
        var client = new AcrClient(emulator.Credential, new AcrClientOptions { SubscriptionId = Guid.Empty.ToString() });

        var refusal = await Should.ThrowAsync<AcrException>(() => client.GetRegistryAsync(new AcrRegistryGetSettings().SetRegistryName(loginServer)));

        refusal.Message.ShouldContain(
            $"'{loginServer}' is a registry on this machine, which only an emulator's client knows: AcrEmulator.CreateClientOptions() or "
                + "AcrClient.ForEmulator() make one"
        );
    }

    [Fact]
    public async Task Say_which_login_server_is_not_there()
    {
        var client = new AcrClient(emulator.Credential, emulator.CreateClientOptions());

        var refusal = await Should.ThrowAsync<AcrException>(() =>
            client.GetRegistryAsync(new AcrRegistryGetSettings().SetRegistryName("localhost:1"))
        );

        refusal.Message.ShouldContain("There is no registry 'localhost:1'");
    }

    private Dictionary<string, string?> Exports(string authorityFile) =>
        new()
        {
            ["ACR_EMULATOR_ARM"] = emulator.ResourceManagerEndpoint.ToString(),
            ["SSL_CERT_FILE"] = authorityFile,
            ["AZURE_TENANT_ID"] = "33333333-4444-5555-6666-777777777777",
            ["AZURE_CLIENT_ID"] = emulator.ClientId,
            ["AZURE_CLIENT_SECRET"] = emulator.ClientSecret,
            ["AZURE_SUBSCRIPTION_ID"] = "11111111-2222-3333-4444-555555555555",
        };
}
