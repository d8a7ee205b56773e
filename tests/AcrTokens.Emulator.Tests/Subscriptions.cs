using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Subscriptions : InProcess
{
    private const string Resources = Arm.Subscription + "/resources?api-version=2021-04-01";

    protected override AcrEmulatorOptions Options => base.Options with { FurtherRegistryNames = ["second"] };

    [Fact]
    public async Task There_is_one()
    {
        var listed = (await Arm.Get("/subscriptions?api-version=2022-12-01")).Json["value"]!.AsArray().ShouldHaveSingleItem()!;
        var read = (await Arm.Get(Arm.Subscription + "?api-version=2022-12-01")).Json;

        listed.ToJsonString().ShouldBe(read.ToJsonString());
        ((string?)read["subscriptionId"]).ShouldBe("11111111-2222-3333-4444-555555555555");
        ((string?)read["tenantId"]).ShouldBe("33333333-4444-5555-6666-777777777777");
        ((string?)read["state"]).ShouldBe("Enabled");
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("&$filter=resourceType eq 'Microsoft.ContainerRegistry/registries'", 2)]
    [InlineData("&$filter=resourceType eq 'microsoft.containerregistry/Registries' and name eq 'MyRegistry'", 1)]
    [InlineData("&$filter=name eq 'nothing' and resourceType eq 'Microsoft.ContainerRegistry/registries'", 0)]
    [InlineData("&$filter=resourceType eq 'Microsoft.Storage/storageAccounts'", 0)]
    public async Task Registries_are_found_by_type_and_name(string filter, int count)
    {
        var found = (await Arm.Get(Resources + filter)).Json["value"]!.AsArray();

        found.Count.ShouldBe(count);
        found.ShouldAllBe(resource => ((string)resource!["id"]!).StartsWith(Arm.Registries, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("&$filter=tagName eq 'x'")]
    [InlineData("&$filter=resourceType eq 'a' or name eq 'b'")]
    [InlineData("&$filter=resourceType eq 'a' and ")]
    public async Task Filter_that_is_not_known_is_not_made_up(string filter) =>
        (await Arm.Get(Resources + filter)).Status.ShouldBe(HttpStatusCode.NotImplemented);
}
