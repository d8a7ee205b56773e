using Azure.Core;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>How a registry can be named, and how it is looked up.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed class Registries : IDisposable
{
    private readonly DirectoryInfo azureFolder = Directory.CreateTempSubdirectory("acrtokens-test-");
    private readonly string? subscription = Environment.GetEnvironmentVariable("AZURE_SUBSCRIPTION_ID");
    private readonly string? configFolder = Environment.GetEnvironmentVariable("AZURE_CONFIG_DIR");
    private readonly AcrExecutor executor = Substitutes.Executor();

    public Registries()
    {
        Environment.SetEnvironmentVariable("AZURE_SUBSCRIPTION_ID", null);
        Environment.SetEnvironmentVariable("AZURE_CONFIG_DIR", azureFolder.FullName);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("AZURE_SUBSCRIPTION_ID", subscription);
        Environment.SetEnvironmentVariable("AZURE_CONFIG_DIR", configFolder);
        azureFolder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(" 12345678-1234-1234-1234-123456789ABC\n")]
    [InlineData("{12345678-1234-1234-1234-123456789abc}")]
    [InlineData("12345678123412341234123456789abc")]
    public async Task Are_in_the_subscription_that_is_meant_however_it_is_written(string subscription)
    {
        (await MintAsync(s => s.InRegistry().SetSubscriptionId(subscription))).ShouldBe(Substitutes.Registry);
        (await MintAsync(s => s.SetRegistryName(Substitutes.Registry.ToString()).SetSubscriptionId(subscription))).ShouldBe(Substitutes.Registry);
        (await MintAsync(s => s.InRegistry().SetSubscriptionId(null), new AcrClientOptions { SubscriptionId = subscription })).ShouldBe(
            Substitutes.Registry
        );
        Environment.SetEnvironmentVariable("AZURE_SUBSCRIPTION_ID", subscription);
        (await MintAsync(s => s.InRegistry().SetSubscriptionId(null))).ShouldBe(Substitutes.Registry);
    }

    [Theory]
    [InlineData("\"12345678-1234-1234-1234-123456789abc\"", "'\"12345678-1234-1234-1234-123456789abc\"'")]
    [InlineData("12345678-1234-1234-1234-123456789abc\u200b", "'12345678-1234-1234-1234-123456789abc\\u200b'")]
    [InlineData("$(subscriptionId)\n", "'$(subscriptionId)\\n'")]
    public async Task In_a_subscription_that_is_none_are_refused_with_what_nobody_sees_in_it(string subscription, string shown)
    {
        (await Should.ThrowAsync<AcrException>(MintAsync(s => s.InRegistry().SetSubscriptionId(subscription)))).Message.ShouldContain(
            $"the subscription is {shown}, which is not a subscription's id (a GUID)"
        );
        (
            await Should.ThrowAsync<AcrException>(
                MintAsync(s => s.InRegistry().SetSubscriptionId(null), new AcrClientOptions { SubscriptionId = subscription })
            )
        ).Message.ShouldContain($"the client's subscription is {shown}");
        Environment.SetEnvironmentVariable("AZURE_SUBSCRIPTION_ID", subscription);
        (await Should.ThrowAsync<AcrException>(MintAsync(s => s.InRegistry().SetSubscriptionId(null)))).Message.ShouldContain(
            $"AZURE_SUBSCRIPTION_ID is {shown}"
        );
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("contoso.azurecr.io")]
    [InlineData("contoso.azurecr.cn")]
    [InlineData("CONTOSO-0a1b2c.azurecr.us")]
    [InlineData("contoso-0a1b2c")]
    [InlineData("contoso.eastus.geo.azurecr.io")]
    [InlineData("Contoso-0A1B2C.EastUS.geo.azurecr.io")]
    [InlineData("https://contoso.azurecr.io")]
    [InlineData("HTTPS://contoso.azurecr.io/")]
    [InlineData("contoso.azurecr.io.")]
    public async Task Go_by_name_or_login_server(string name) =>
        (await MintAsync(s => s.InRegistry().SetRegistryName(name))).ShouldBe(Substitutes.Registry);

    [Fact]
    public async Task Go_by_resource_id_alone() =>
        (await MintAsync(s => s.SetRegistryName(Substitutes.Registry.ToString()))).ShouldBe(Substitutes.Registry);

    [Fact]
    public async Task Are_in_the_environments_subscription_by_default()
    {
        Environment.SetEnvironmentVariable("AZURE_SUBSCRIPTION_ID", Substitutes.Subscription);
        WriteProfile("""{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000001","isDefault":true}]}""");

        (await MintAsync(s => s.SetRegistryName("contoso").SetResourceGroupName("builds"))).ShouldBe(Substitutes.Registry);
    }

    [Fact]
    public async Task Are_in_the_Azure_CLIs_default_subscription_otherwise()
    {
        WriteProfile(
            $$"""{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000001","isDefault":false},{"id":"{{Substitutes.Subscription}}","isDefault":true}]}"""
        );

        (await MintAsync(s => s.SetRegistryName("contoso").SetResourceGroupName("builds"))).ShouldBe(Substitutes.Registry);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"subscriptions":[]}""")]
    [InlineData("""{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000001","isDefault":false}]}""")]
    public async Task Without_a_subscription_are_refused(string? profile)
    {
        if (profile is not null)
            WriteProfile(profile);

        var refusal = await Should.ThrowAsync<AcrException>(MintAsync(s => s.SetRegistryName("contoso").SetResourceGroupName("builds")));

        refusal.Message.ShouldContain("no subscription is named (SetSubscriptionId, AZURE_SUBSCRIPTION_ID, or az login)");
    }

    [Fact]
    public async Task Without_a_resource_group_are_looked_up_by_name_whatever_its_case()
    {
        var others = AcrResourceIds.Registry(Substitutes.Subscription, "others", "fabrikam");
        executor.ListRegistriesAsync(null!, null!, default).ReturnsForAnyArgs(List(others, Substitutes.Registry));

        (await MintAsync(s => s.SetRegistryName("CONTOSO").SetSubscriptionId(Substitutes.Subscription))).ShouldBe(Substitutes.Registry);
    }

    [Theory]
    [InlineData("contoso-0a1b")]
    [InlineData("contoso-0a1b.azurecr.io")]
    [InlineData("contoso-0a1b.eastus.geo.azurecr.io")]
    public async Task Of_one_name_are_told_apart_by_the_hash(string name)
    {
        var others = AcrResourceIds.Registry(Substitutes.Subscription, "others", "contoso");
        executor
            .ListRegistriesAsync(null!, null!, default)
            .ReturnsForAnyArgs(ListOf((others, "contoso-9z8y.azurecr.io"), (Substitutes.Registry, "contoso-0a1b.azurecr.io")));

        (await MintAsync(s => s.SetRegistryName(name).SetSubscriptionId(Substitutes.Subscription))).ShouldBe(Substitutes.Registry);
    }

    [Fact]
    public async Task Of_one_name_are_refused_where_only_that_is_said()
    {
        var others = AcrResourceIds.Registry(Substitutes.Subscription, "others", "contoso");
        executor
            .ListRegistriesAsync(null!, null!, default)
            .ReturnsForAnyArgs(ListOf((others, "contoso-9z8y.azurecr.io"), (Substitutes.Registry, "contoso-0a1b.azurecr.io")));

        var failure = await Should.ThrowAsync<AcrException>(MintAsync(s => s.SetRegistryName("contoso").SetSubscriptionId(Substitutes.Subscription)));

        failure.Message.ShouldBe(
            $"There are 2 registries 'contoso' in subscription '{Substitutes.Subscription}' (contoso-9z8y.azurecr.io in resource group "
                + "'others', contoso-0a1b.azurecr.io in resource group 'builds'): "
                + "name one by its login server, or its resource group (SetResourceGroupName)."
        );
    }

    [Fact]
    public async Task That_are_not_found_are_told()
    {
        executor.ListRegistriesAsync(null!, null!, default).ReturnsForAnyArgs(List());

        var failure = await Should.ThrowAsync<AcrException>(MintAsync(s => s.SetRegistryName("contoso").SetSubscriptionId(Substitutes.Subscription)));

        failure.Message.ShouldStartWith($"There is no registry 'contoso' in subscription '{Substitutes.Subscription}'");
    }

    private async Task<ResourceIdentifier> MintAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings> configure, AcrClientOptions? options = null)
    {
        await using var lease = await new AcrClient(executor, options).MintTokenAsync(
            configure(new AcrTokenMintSettings().SetScopeMap("_repositories_push"))
        );
        return new ResourceIdentifier(lease.ResourceId).Parent!;
    }

    private void WriteProfile(string json) =>
        File.WriteAllText(
            Path.Combine(azureFolder.FullName, "azureProfile.json"),
            json,
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );

    private static IAsyncEnumerable<AcrRegistry> List(params ResourceIdentifier[] ids) =>
        ListOf([.. ids.Select(id => (id, $"{id.Name}.azurecr.io"))]);

    private static async IAsyncEnumerable<AcrRegistry> ListOf(params (ResourceIdentifier Id, string LoginServer)[] registries)
    {
        await Task.CompletedTask;
        foreach (var (id, loginServer) in registries)
            yield return new AcrRegistry { Id = id, LoginServer = loginServer };
    }
}
