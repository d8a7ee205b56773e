using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Quotas : InProcess
{
    protected override AcrEmulatorOptions Options => base.Options with { Sku = AcrEmulatorSku.Basic };

    [Fact]
    public async Task Basic_registry_holds_100_tokens()
    {
        for (var i = 0; i < 100; i++)
        {
            (await Arm.PutToken($"token-{i}")).Status.ShouldBe(HttpStatusCode.Created);
        }

        var refused = await Arm.PutToken("token-100");
        var replaced = await Arm.PutToken("token-7");
        await Arm.Delete("/tokens/token-7");

        refused.ErrorCode.ShouldBe("QuotaExceeded");
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        replaced.Status.ShouldBe(HttpStatusCode.Created);
        (await Arm.PutToken("token-100")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Basic_registry_holds_100_scope_maps_beside_its_own()
    {
        const string Body = """{"properties":{"actions":["repositories/app/content/read"]}}""";
        for (var i = 0; i < 100; i++)
        {
            (await Arm.Put($"/scopeMaps/map-{i}", Body)).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await Arm.Put("/scopeMaps/map-100", Body)).ErrorCode.ShouldBe("QuotaExceeded");
    }

    [Fact]
    public async Task Sku_is_told() => ((string?)(await Arm.Get("")).Json["sku"]!["name"]).ShouldBe("Basic");
}
