using NSubstitute;

namespace AcrTokens.Tests;

public sealed class BadInput
{
    private readonly AcrExecutor executor = Substitutes.Executor();

    [Theory]
    [InlineData("abcd", "names no registry")]
    [InlineData("con-toso", "names no registry")]
    [InlineData("contoso.example.com", "names no registry")]
    [InlineData("https://contoso.azurecr.io/samples", "names no registry")]
    [InlineData("https://user@contoso.azurecr.io", "names no registry")]
    [InlineData("contoso.azurecr.io:8443", "names no registry")]
    [InlineData("contoso-.azurecr.io", "names no registry")]
    [InlineData(
        "Contoso-0a1b.eastus.data.azurecr.io",
        "is a data endpoint, where layers are downloaded from and nobody logs in: name the registry, 'contoso-0a1b.azurecr.io'"
    )]
    [InlineData("/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds", "names no registry")]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/production?x=/providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/production?x=/y/providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/a#b/providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/a%2Fb/providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/../providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups//providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso/",
        "names no registry"
    )]
    [InlineData(
        "//subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso",
        "names no registry"
    )]
    [InlineData("/subscriptions/mine/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso", "names no registry")]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso\n",
        "names no registry"
    )]
    [InlineData("", "no registry is named")]
    [InlineData(null, "no registry is named")]
    public async Task Registry_is_refused(string? name, string reason) =>
        (await Refused(Substitutes.Mint.SetRegistryName(name))).ShouldContain(reason);

    [Theory]
    [InlineData("abcd")]
    [InlineData("a_token")]
    [InlineData("a-token\n")]
    [InlineData("a-token-that-is-one-character-longer-than-is-taken-")]
    public async Task Token_name_is_refused(string name) =>
        (
            await Refused(() => Client().CreateTokenAsync(new AcrTokenCreateSettings().InRegistry().SetName(name).SetScopeMap("_repositories_pull")))
        ).ShouldContain("is not a token's name (5 to 50 letters, digits and hyphens)");

    [Theory]
    [InlineData(0, "00:00:00 is shorter than a minute")]
    [InlineData(-5, "-00:05:00 is shorter than a minute")]
    [InlineData(24 * 60 + 1, "1.00:01:00 is longer than 1.00:00:00")]
    public async Task Lifetime_is_refused(int minutes, string reason) =>
        (await Refused(Substitutes.Mint.SetLifetime(TimeSpan.FromMinutes(minutes)))).ShouldContain(reason);

    [Theory]
    [InlineData("http://management.azure.com/", "is not an absolute https address")]
    [InlineData("management.azure.com", "is not an absolute https address")]
    [InlineData("https://management.azure.com/subscriptions", "takes no path")]
    public async Task Cloud_endpoint_is_refused(string endpoint, string reason)
    {
        var client = Client(new AcrCloud(new Uri(endpoint, UriKind.RelativeOrAbsolute), "https://management.azure.com"));

        (await Refused(() => client.MintTokenAsync(Substitutes.Mint))).ShouldContain(reason);
    }

    [Theory]
    [InlineData("Samples/hello")]
    [InlineData("samples/hello:1.0")]
    [InlineData("contoso.azurecr.io/samples/hello:1.0")]
    [InlineData("contoso.azurecr.io//samples/hello")]
    [InlineData("/samples/hello")]
    [InlineData("samples/*/hello")]
    [InlineData("samples/")]
    public async Task Repository_is_refused(string repository) =>
        (await Refused(Substitutes.Mint.ResetScopeMap().AddRepository(repository, AcrPermission.Push))).ShouldContain("is not a repository");

    [Fact]
    public async Task Scope_is_refused_when_there_is_none_or_too_much()
    {
        (await Refused(Substitutes.Mint.ResetScopeMap())).ShouldContain("the token may do nothing");
        (await Refused(Substitutes.Mint.AddRepository("samples/hello", AcrPermission.Push))).ShouldContain(
            "both repositories and a scope map are set"
        );
        (await Refused(Substitutes.Mint.ResetScopeMap().AddRepository("samples/hello", AcrPermission.None))).ShouldContain("is given no permission");
        (
            await Refused(
                Substitutes
                    .Mint.ResetScopeMap()
                    .SetRepositories(Enumerable.Range(0, 251).Select(i => new AcrRepositoryScope($"r{i}", AcrPermission.Push)))
            )
        ).ShouldContain("at most 500 actions, not 502");
    }

    [Theory]
    [InlineData("builds", "_repositories_pull?x=/y")]
    [InlineData("builds", "_repositories_pull/")]
    [InlineData("builds", "..")]
    [InlineData("builds", "")]
    [InlineData("builds", "no%2Fname")]
    [InlineData("bui?lds", "_repositories_pull")]
    public async Task Scope_map_is_refused_whose_id_holds_what_is_no_name(string group, string name) =>
        (
            await Refused(
                Substitutes.Mint.SetScopeMap(
                    $"/subscriptions/{Substitutes.Subscription}/resourceGroups/{group}/providers/Microsoft.ContainerRegistry/registries/contoso/scopeMaps/{name}"
                )
            )
        ).ShouldContain("is not a scope map's resource id");

    [Theory]
    [InlineData("builds", "a-token?x=/y")]
    [InlineData("builds", "a-token/")]
    [InlineData("builds", "..")]
    [InlineData("bui#lds", "a-token")]
    public async Task Token_is_refused_whose_id_holds_what_is_no_name(string group, string name)
    {
        var id =
            $"/subscriptions/{Substitutes.Subscription}/resourceGroups/{group}/providers/Microsoft.ContainerRegistry/registries/contoso/tokens/{name}";

        (await Refused(() => Client().GetTokenAsync(new AcrTokenGetSettings().SetResourceId(id)))).ShouldContain("names no registry");
    }

    [Fact]
    public async Task Scope_map_of_another_registry_is_refused() =>
        (
            await Refused(
                Substitutes.Mint.SetScopeMap(
                    AcrResourceIds.Registry(Substitutes.Subscription, "builds", "fabrikam").ScopeMap("_repositories_pull").ToString()
                )
            )
        ).ShouldContain("scope map '_repositories_pull' belongs to registry 'fabrikam', not to 'contoso'");

    [Fact]
    public async Task Group_or_subscription_that_contradict_the_resource_id_are_refused()
    {
        var settings = Substitutes.Mint.SetRegistryName(Substitutes.Registry.ToString());

        (await Refused(settings.SetResourceGroupName("others"))).ShouldContain(
            "resource group 'others' is not the one in the registry's resource id, 'builds'"
        );
        (await Refused(settings.SetSubscriptionId(Guid.Empty.ToString()))).ShouldContain("is not the one in the registry's resource id");
    }

    [Fact]
    public async Task Expiry_that_is_past_or_set_twice_is_refused()
    {
        var settings = new AcrTokenCredentialGenerateSettings().InRegistry().SetName("a-token");

        (await Refused(() => Client().GenerateTokenCredentialAsync(settings.SetExpiresOn(DateTimeOffset.UnixEpoch)))).ShouldContain("is past");
#pragma warning disable ACRT3002 // the refusal is under test
        (await Refused(() => Client().GenerateTokenCredentialAsync(settings.SetLifetime(TimeSpan.Zero)))).ShouldContain("is not positive");
#pragma warning restore ACRT3002
        (
            await Refused(() =>
                Client().GenerateTokenCredentialAsync(settings.SetLifetime(TimeSpan.FromDays(1)).SetExpiresOn(DateTimeOffset.MaxValue))
            )
        ).ShouldContain("choose one");
    }

    [Fact]
    public async Task Update_that_changes_nothing_is_refused() =>
        (await Refused(() => Client().UpdateTokenAsync(new AcrTokenUpdateSettings().InRegistry().SetName("a-token")))).ShouldContain(
            "nothing is to be changed"
        );

    [Fact]
    public async Task Mistakes_are_told_all_at_once_in_one_line()
    {
        var client = Client(new AcrCloud(new Uri("http://localhost"), ""));
        var settings = new AcrTokenMintSettings()
#pragma warning disable ACRT3002, ACRT3003 // the refusal is under test
            .SetRegistryName("no")
            .SetResourceGroupName("ends.with.")
            .SetSubscriptionId("none")
            .SetNamePrefix("1")
            .SetLifetime(TimeSpan.FromDays(2))
            .SetScopeMap("x");
#pragma warning restore ACRT3002, ACRT3003

        var message = await Refused(() => client.MintTokenAsync(settings));

        message.ShouldStartWith("AcrTokenMint was not started, nothing was sent: ");
        message.ShouldNotContain('\n');
        message.Split("; ").Length.ShouldBe(8);
    }

    private AcrClient Client(AcrCloud? cloud = null) => new(executor, new AcrClientOptions { Cloud = cloud ?? AcrCloud.AzurePublicCloud });

    private Task<string> Refused(AcrTokenMintSettings settings) => Refused(() => Client().MintTokenAsync(settings));

    private async Task<string> Refused(Func<Task> task)
    {
        var refusal = await Should.ThrowAsync<AcrException>(task);
        executor.ReceivedCalls().ShouldBeEmpty();
        return refusal.Message;
    }
}
