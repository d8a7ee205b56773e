using Azure.ResourceManager;

namespace AcrTokens.AzureSdk.Tests;

public sealed class Clients
{
    [Fact]
    public async Task Of_an_ArmClient_check_and_rehearse_as_any_other()
    {
        await using var emulation = await Emulation.StartAsync();
        var client = AcrClient.UseAzureSdk(
            new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, emulation.ArmOptions),
            emulation.ClientOptions
        );
        var create = new AcrTokenCreateSettings().SetRegistryName(emulation.Registry.ToString()).SetName("a-token");

        (await Should.ThrowAsync<AcrException>(() => client.CreateTokenAsync(create))).Message.ShouldContain("no scope map is named");
        (await client.CreateTokenAsync(create.SetScopeMap("a-map").EnableWhatIf())).Name.ShouldBe("a-token");

        emulation.Wire.Sent.ShouldBeEmpty();
    }

    [Fact]
    public void Of_nothing_are_not_made()
    {
        Should.Throw<ArgumentNullException>(() => AcrClient.UseAzureSdk(null!));
        Should.Throw<ArgumentNullException>(() => new SdkExecutor((ArmClient)null!));
    }
}
