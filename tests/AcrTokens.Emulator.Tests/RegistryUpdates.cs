using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class RegistryUpdates : InProcess
{
    [Fact]
    public async Task Admin_user_is_turned_on_and_off()
    {
        var on = await Arm.Patch("", """{"properties":{"adminUserEnabled":true}}""");
        var credentials = await Arm.Post("/listCredentials");
        await Arm.Patch("", """{"properties":{"adminUserEnabled":false}}""");

        ((bool?)on.Properties["adminUserEnabled"]).ShouldBe(true);
        credentials.Status.ShouldBe(HttpStatusCode.OK);
        (await Arm.Post("/listCredentials")).ErrorCode.ShouldBe("UnAuthorizedForCredentialOperations");
    }

    [Fact]
    public async Task Nothing_changes_where_nothing_is_sent()
    {
        var answer = await Arm.Patch("", """{"tags":{},"properties":{}}""");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        ((bool?)answer.Properties["adminUserEnabled"]).ShouldBe(false);
    }

    [Theory]
    [InlineData("""{"properties":{"publicNetworkAccess":"Disabled"}}""", "properties.publicNetworkAccess")]
    [InlineData("""{"sku":{"name":"Basic"}}""", "sku")]
    [InlineData("""{"tags":{"a":"b"}}""", "tags")]
    public async Task Change_that_is_not_emulated_is_named(string body, string what)
    {
        var answer = await Arm.Patch("", body);

        answer.Status.ShouldBe(HttpStatusCode.NotImplemented);
        ((string?)answer.Json["error"]!["message"]).ShouldBe($"The emulator does not know PATCH of {what}.");
    }

    [Fact]
    public async Task Value_that_is_no_choice_is_refused() =>
        (await Arm.Patch("", """{"properties":{"adminUserEnabled":"yes"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
}
