using Azure.Core;
using Azure.Identity;

namespace AcrTokens.Tests;

/// <summary>Registry, cloud, the environment's authority and the Azure CLI's account must belong to the same Azure cloud.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed class CloudsOfOnePiece : IDisposable
{
    private const string Authority = "AZURE_AUTHORITY_HOST";
    private const string InChina =
        $$"""{"id":"{{Substitutes.Subscription}}","name":"builds","state":"Enabled","tenantId":"none","isDefault":true,"environmentName":"AzureChinaCloud"}""";

    private readonly Variables variables = new();
    private readonly TokenCredential nobody = DelegatedTokenCredential.Create((_, _) => throw new AuthenticationFailedException("nobody"));

    public void Dispose() => variables.Dispose();

    [Fact]
    public void Sign_in_where_the_environment_says_with_the_default_cloud()
    {
        variables.Set(Authority, "https://login.example.us/");

        AcrCloud.AzurePublicCloud.CreateCredentialOptions().AuthorityHost.ShouldBe(new Uri("https://login.example.us/"));
        AcrCloud.AzureChina.CreateCredentialOptions().AuthorityHost.ShouldBe(AzureAuthorityHosts.AzureChina);
        variables.Set(Authority, null);
        AcrCloud.AzurePublicCloud.CreateCredentialOptions().AuthorityHost.ShouldBe(AzureAuthorityHosts.AzurePublicCloud);
    }

    [Theory]
    [InlineData("contoso.azurecr.cn", nameof(AcrCloud.AzurePublicCloud), nameof(AcrCloud.AzureChina))]
    [InlineData("CONTOSO.azurecr.us", nameof(AcrCloud.AzureChina), nameof(AcrCloud.AzureGovernment))]
    [InlineData("contoso.azurecr.io", nameof(AcrCloud.AzureGovernment), nameof(AcrCloud.AzurePublicCloud))]
    public async Task Are_not_a_registry_of_another(string registry, string cloud, string right)
    {
        var refusal = await RefusedAsync(registry, Named(cloud));

        refusal.ShouldContain(
            $"' is a registry of {right}, and the cloud is {cloud}: set Cloud (AcrClientOptions.Cloud, or SetCloud) to AcrCloud.{right}"
        );
        (await RefusedAsync(registry, Named(right))).ShouldNotContain("the cloud is");
    }

    [Theory]
    [InlineData("https://login.chinacloudapi.cn", nameof(AcrCloud.AzurePublicCloud), true)]
    [InlineData("https://login.microsoftonline.com/", nameof(AcrCloud.AzureChina), true)]
    [InlineData("https://login.chinacloudapi.cn", nameof(AcrCloud.AzureChina), false)]
    [InlineData("https://login.example.us/", nameof(AcrCloud.AzureChina), false)]
    public async Task Are_not_an_authority_of_another(string authority, string cloud, bool isWrong)
    {
        variables.Set(Authority, authority);
        var settings = new AcrRegistryGetSettings().SetRegistryName(Substitutes.Registry.ToString());
        variables.Set("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential"); // so that no sign-in succeeds

        var refusal = await Should.ThrowAsync<AcrException>(
            new AcrClient(null, new AcrClientOptions { Cloud = Named(cloud) }).GetRegistryAsync(settings)
        );

        refusal.Message.Contains($"AZURE_AUTHORITY_HOST is '{authority}', which signs in to", StringComparison.Ordinal).ShouldBe(isWrong);
        (await RefusedAsync("contoso", Named(cloud))).ShouldNotContain("AZURE_AUTHORITY_HOST", customMessage: "another credential does not go by it");
        var own = Named(cloud) with { AuthorityHost = new Uri("https://login.example.com/") };
        (
            await Should.ThrowAsync<AcrException>(new AcrClient(null, new AcrClientOptions { Cloud = own }).GetRegistryAsync(settings))
        ).Message.ShouldNotContain("which signs in to");
    }

    [Fact]
    public async Task Go_by_the_CLI_only_where_subscription_or_credential_come_from_it()
    {
        variables.WriteProfile(InChina);
        var named = new AcrRegistryGetSettings().SetRegistryName(Substitutes.Registry.ToString());

        (await RefusedAsync("contoso", AcrCloud.AzurePublicCloud, subscription: null)).ShouldContain(
            "the Azure CLI is signed in to AzureChina, and the cloud is AzurePublicCloud"
        );
        (await RefusedAsync("contoso", AcrCloud.AzureChina, subscription: null)).ShouldNotContain("the Azure CLI");
        (await RefusedAsync("contoso", AcrCloud.AzurePublicCloud)).ShouldNotContain("the Azure CLI");
        (await Should.ThrowAsync<AcrException>(new AcrClient(new AzureCliCredential()).GetRegistryAsync(named))).Message.ShouldContain(
            "the Azure CLI is signed in to AzureChina"
        );
        variables.Set("AZURE_TOKEN_CREDENTIALS", "azureclicredential");
        (await Should.ThrowAsync<AcrException>(new AcrClient().GetRegistryAsync(named))).Message.ShouldContain(
            "the Azure CLI is signed in to AzureChina"
        );
    }

    [Fact]
    public async Task Are_not_asked_for_with_a_cloud_or_an_executor_of_ones_own()
    {
        variables.WriteProfile(InChina);
        variables.Set(Authority, "https://login.chinacloudapi.cn/");
        var custom = new AcrCloud(new Uri("https://management.example.com/"), "https://management.example.com");

        (await RefusedAsync("contoso.azurecr.us", custom, subscription: null)).ShouldNotContain("the cloud is");
        await using var lease = await new AcrClient(Substitutes.Executor()).MintTokenAsync(Substitutes.Mint.SetRegistryName("contoso.azurecr.us"));
        lease.GetLoginServer().ShouldBe("contoso.azurecr.us");
    }

    private static AcrCloud Named(string name) => (AcrCloud)typeof(AcrCloud).GetProperty(name)!.GetValue(null)!;

    private async Task<string> RefusedAsync(string registry, AcrCloud cloud, string? subscription = Substitutes.Subscription)
    {
        var settings = new AcrRegistryGetSettings().SetRegistryName(registry).SetResourceGroupName("builds").SetSubscriptionId(subscription);
        return (
            await Should.ThrowAsync<AcrException>(new AcrClient(nobody, new AcrClientOptions { Cloud = cloud }).GetRegistryAsync(settings))
        ).Message;
    }
}
