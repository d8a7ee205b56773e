using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class TokenUpdates : InProcess
{
    [Fact]
    public async Task Patch_changes_only_what_it_names()
    {
        await Arm.PutToken("builder", "_repositories_pull");
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");
        var map = Arm.ScopeMapId("_repositories_push");

        var patch = await Arm.Patch("/tokens/builder", $$$"""{"properties":{"scopeMapId":"{{{map}}}"}}""");

        patch.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)patch.Properties["status"]).ShouldBe("disabled");
        ((string?)patch.Properties["scopeMapId"]).ShouldBe(map);
        ((string?)patch.Properties["provisioningState"]).ShouldBe("Updating");
    }

    [Fact]
    public async Task Patch_rewrites_the_system_data_and_keeps_the_creation_date()
    {
        var put = await Arm.PutToken("builder");
        Clock.Advance(TimeSpan.FromMinutes(3));

        var patch = await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");

        ((string?)patch.Json["systemData"]!["createdAt"]).ShouldBe("2026-03-01T12:03:00+00:00");
        ((string?)patch.Json["systemData"]!["lastModifiedAt"]).ShouldBe("2026-03-01T12:03:00+00:00");
        ((string?)patch.Properties["creationDate"]).ShouldBe((string?)put.Properties["creationDate"]);
    }

    [Theory]
    [InlineData("""{"properties":{"status":"disabled"}}""", "password1,password2")]
    [InlineData("""{"properties":{"credentials":{}}}""", "password1,password2")]
    [InlineData("""{"properties":{"credentials":{"passwords":[{"name":"password1"}]}}}""", "password1")]
    [InlineData("""{"properties":{"credentials":{"passwords":[{"name":"password2"}]}}}""", "password2")]
    [InlineData("""{"properties":{"credentials":{"passwords":[]}}}""", "")]
    public async Task Passwords_in_a_patch_are_those_to_keep(string body, string left)
    {
        await Arm.PutToken("builder");
        await Arm.Generate("builder");

        var patch = await Arm.Patch("/tokens/builder", body);

        var names = patch.Properties["credentials"]!["passwords"]!.AsArray().Select(password => (string?)password!["name"]);
        string.Join(',', names).ShouldBe(left);
    }

    [Theory]
    [InlineData("password2")]
    [InlineData("password3")]
    public async Task Patch_cannot_bring_in_a_password(string name)
    {
        await Arm.Mint("builder");

        var patch = await Arm.Patch("/tokens/builder", $$$$"""{"properties":{"credentials":{"passwords":[{"name":"{{{{name}}}}"}]}}}""");

        patch.Status.ShouldBe(HttpStatusCode.BadRequest);
        Emulator.Tokens.Single().HasUsablePassword.ShouldBeTrue();
    }

    [Fact]
    public async Task Unknown_status_is_refused()
    {
        await Arm.PutToken("builder");

        (await Arm.Patch("/tokens/builder", """{"properties":{"status":"asleep"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        Emulator.Tokens.Single().Enabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Certificates_are_kept_as_they_were_sent()
    {
        await Arm.PutToken("builder");

        await Arm.Patch("/tokens/builder", """{"properties":{"credentials":{"certificates":[{"name":"certificate1","thumbprint":"AB"}]}}}""");

        (await Arm.Get("/tokens/builder")).Properties["credentials"]!
            .ToJsonString()
            .ShouldBe("""{"passwords":[],"certificates":[{"name":"certificate1","thumbprint":"AB"}]}""");
    }

    [Fact]
    public async Task Patch_of_a_missing_token_is_not_found_and_makes_none()
    {
        (await Arm.Patch("/tokens/nobody", """{"properties":{"status":"disabled"}}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        Emulator.Tokens.ShouldBeEmpty();
    }
}
