using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class ScopeMaps : InProcess
{
    [Theory]
    [InlineData("_repositories_admin", "metadata/read,metadata/write,content/read,content/write,content/delete")]
    [InlineData("_repositories_pull", "content/read")]
    [InlineData("_repositories_pull_metadata_read", "content/read,metadata/read")]
    [InlineData("_repositories_push", "content/read,content/write")]
    [InlineData("_repositories_push_metadata_write", "metadata/read,metadata/write,content/read,content/write")]
    public async Task System_maps_are_there_from_the_start(string name, string actions)
    {
        var map = await Arm.Get("/scopeMaps/" + name);

        map.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)map.Properties["type"]).ShouldBe("SystemDefined");
        map.Json.AsObject().ContainsKey("systemData").ShouldBeFalse();
        string.Join(',', map.Properties["actions"]!.AsArray().Select(action => ((string)action!)["repositories/*/".Length..])).ShouldBe(actions);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task System_maps_cannot_be_changed(string method)
    {
        var answer = await Arm.Send(new HttpMethod(method), "/scopeMaps/_repositories_pull", Actions("repositories/a/content/write"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)(await Arm.Get("/scopeMaps/_repositories_pull")).Properties["actions"]![0]).ShouldBe("repositories/*/content/read");
    }

    [Fact]
    public async Task Put_is_done_at_once()
    {
        var put = await Arm.Put("/scopeMaps/ci-map", """{"properties":{"description":"for builds","actions":["repositories/app/content/read"]}}""");

        put.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)put.Properties["provisioningState"]).ShouldBe("Succeeded");
        ((string?)put.Properties["description"]).ShouldBe("for builds");
        put.Header("Azure-AsyncOperation").ShouldBeNull();
        put.Header("Retry-After").ShouldBeNull();
    }

    [Fact]
    public async Task Patch_replaces_the_actions_and_keeps_the_description()
    {
        await Arm.Put("/scopeMaps/ci-map", """{"properties":{"description":"for builds","actions":["repositories/app/content/read"]}}""");
        Clock.Advance(TimeSpan.FromMinutes(1));

        var patch = await Arm.Patch("/scopeMaps/ci-map", Actions("repositories/app/content/write"));

        patch.Status.ShouldBe(HttpStatusCode.Created);
        patch.Header("Azure-AsyncOperation").ShouldNotBeNull();
        patch.Properties["actions"]!.ToJsonString().ShouldBe("""["repositories/app/content/write"]""");
        ((string?)patch.Properties["description"]).ShouldBe("for builds");
        ((string?)patch.Properties["creationDate"]).ShouldBe("2026-03-01T12:00:00+00:00");
        ((string?)patch.Json["systemData"]!["createdAt"]).ShouldBe("2026-03-01T12:01:00+00:00");
    }

    [Fact]
    public async Task Deleted_map_is_gone()
    {
        await Arm.Put("/scopeMaps/ci-map", Actions("repositories/app/content/read"));

        (await Arm.Delete("/scopeMaps/ci-map")).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Arm.Get("/scopeMaps/ci-map")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Arm.Delete("/scopeMaps/ci-map")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Arm.Patch("/scopeMaps/ci-map", Actions("repositories/app/content/read"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("repositories/app/content/read")]
    [InlineData("repositories/Samples/App/content/delete")]
    [InlineData("repositories/samples/*/metadata/write")]
    [InlineData("repositories/*/metadata/read")]
    [InlineData("repositories/a__b/c-d.e/content/write")]
    [InlineData("gateway/edge/config/read")]
    public async Task Action_of_a_known_shape_is_taken(string action) =>
        (await Arm.Put("/scopeMaps/ci-map", Actions(action))).Status.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("repositories/app/content/push")]
    [InlineData("repositories/app/metadata/delete")]
    [InlineData("repositories/content/read")]
    [InlineData("repositories/*/app/content/read")]
    [InlineData("repositories/sam*/content/read")]
    [InlineData("registry/catalog/read")]
    [InlineData("gateway/edge/content/read")]
    [InlineData("")]
    public async Task Action_of_another_shape_is_refused(string action)
    {
        (await Arm.Put("/scopeMaps/ci-map", Actions(action))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Arm.Get("/scopeMaps/ci-map")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(500, HttpStatusCode.OK)]
    [InlineData(501, HttpStatusCode.BadRequest)]
    public async Task Map_holds_five_hundred_actions(int count, HttpStatusCode status) =>
        (
            await Arm.Put("/scopeMaps/ci-map", Actions([.. Enumerable.Range(0, count).Select(n => $"repositories/app{n}/content/read")]))
        ).Status.ShouldBe(status);

    private static string Actions(params string[] actions) =>
        $$$"""{"properties":{"actions":[{{{string.Join(',', actions.Select(action => $"\"{action}\""))}}}]}}""";
}
