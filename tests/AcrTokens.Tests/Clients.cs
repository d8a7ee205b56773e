using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>The credential, the place and the client of a request, set on the client or in the settings of one task.</summary>
public sealed class Clients : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Take_the_credential_of_the_settings()
    {
        var asked = 0;
        var credential = DelegatedTokenCredential.Create(
            (_, _) =>
            {
                asked++;
                return new AccessToken(emulated.Emulator.AccessToken, DateTimeOffset.MaxValue);
            }
        );
        var client = new AcrClient(Emulated.Credential("somebody-elses"), emulated.ClientOptions());

        await client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()).SetCredential(credential));
        await client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()).SetCredential(credential));

        asked.ShouldBe(1, "tasks with the same credential share its access token");
    }

    [Fact]
    public async Task Take_the_cloud_of_the_settings()
    {
        var options = emulated.ClientOptions();
        var cloud = options.Cloud;
        options.Cloud = AcrCloud.AzureChina;
        TokenRequestContext context = default;
        var credential = DelegatedTokenCredential.Create(
            (c, _) =>
            {
                context = c;
                return new AccessToken(emulated.Emulator.AccessToken, DateTimeOffset.MaxValue);
            }
        );

        await new AcrClient(credential, options).GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()).SetCloud(cloud));

        emulated.Wire.Urls.ShouldAllBe(u => u.Host == "localhost");
        context.Scopes.ShouldBe(["https://management.azure.com/.default"]);
    }

    [Fact]
    public async Task Are_taken_from_the_settings()
    {
        var other = new AcrClient(Substitutes.Executor());

        var registry = await other.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()).SetClient(emulated.Client));

        registry.ShouldSatisfyAllConditions(
            r => r.Id.ShouldBe(emulated.RegistryId),
            r => r.LoginServer.ShouldBe(emulated.Emulator.LoginServer),
            r => r.AdminUserEnabled.ShouldBeFalse(),
            r => r.Sku.ShouldNotBeNullOrEmpty(),
            r => r.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded)
        );
    }

    [Theory]
    [InlineData("AzurePublicCloud", "https://management.azure.com/.default")]
    [InlineData("AzureChina", "https://management.chinacloudapi.cn/.default")]
    [InlineData("AzureGovernment", "https://management.usgovcloudapi.net/.default")]
    public void Of_each_cloud_ask_for_its_own_access_token(string name, string scope)
    {
        var cloud = (AcrCloud)typeof(AcrCloud).GetProperty(name)!.GetValue(null)!;

        cloud.Scope.ShouldBe(scope);
        cloud.ResourceManagerEndpoint.ShouldBe(new Uri(scope.Replace(".default", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Take_null_for_the_default_credential() => new AcrClient(null, new AcrClientOptions()).ShouldNotBeNull();
}
