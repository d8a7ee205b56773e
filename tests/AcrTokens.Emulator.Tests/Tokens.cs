using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Tokens : InProcess
{
    [Fact]
    public async Task New_token_is_enabled_by_default_and_has_no_password()
    {
        var put = await Arm.Put("/tokens/builder", Body("_repositories_pull"));

        put.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)put.Properties["status"]).ShouldBe("enabled");
        Emulator.Tokens.ShouldBe([
            new EmulatorToken("builder", Enabled: true, HasUsablePassword: false, ExpiresOn: null, RegistryName: "myregistry"),
        ]);
    }

    [Fact]
    public async Task Creation_that_takes_its_time_shows_in_get_and_list()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync(new() { TimeProvider = Clock, CreationDelay = TimeSpan.FromSeconds(5) });
        using var client = new HttpClient(emulator.CreateHandler());
        var arm = new Arm(emulator, client);
        await arm.PutToken("builder");
        Clock.Advance(TimeSpan.FromSeconds(4.9));
        var before = await arm.Get("/tokens/builder");
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        var after = await arm.Get("/tokens");

        ((string?)before.Properties["provisioningState"]).ShouldBe("Creating");
        ((string?)after.Json["value"]![0]!["properties"]!["provisioningState"]).ShouldBe("Succeeded");
    }

    [Fact]
    public async Task New_token_with_passwords_is_refused()
    {
        var put = await Arm.Put(
            "/tokens/builder",
            """{"properties":{"scopeMapId":"SCOPE","credentials":{"passwords":[{"name":"password1"}]}}}""".Replace(
                "SCOPE",
                Arm.ScopeMapId("_repositories_pull"),
                StringComparison.Ordinal
            )
        );

        put.Status.ShouldBe(HttpStatusCode.BadRequest);
        put.Text.ShouldContain("passwords can only be generated");
        Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("_nothing_by_this_name")]
    [InlineData("_repositories_pull/more")]
    public async Task Scope_map_that_is_not_there_is_refused(string scopeMap)
    {
        (await Arm.Put("/tokens/builder", Body(scopeMap))).Status.ShouldBe(HttpStatusCode.BadRequest);
        Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scope_map_of_another_registry_is_refused()
    {
        var foreign = Arm.ScopeMapId("_repositories_pull").Replace("myregistry", "another", StringComparison.Ordinal);

        (await Arm.Put("/tokens/builder", $$$"""{"properties":{"scopeMapId":"{{{foreign}}}"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/tokens/abcd")]
    [InlineData("/tokens/under_score")]
    [InlineData("/tokens/this-name-has-more-than-fifty-characters-which-is-one-too-many")]
    public async Task Name_outside_the_pattern_is_refused(string path) =>
        (await Arm.Put(path, Body("_repositories_pull"))).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"properties":{},"properties":{}}""")]
    [InlineData("""{"properties":{"status":"enabled"}}""")]
    [InlineData("""{"properties":{"scopeMapId":7}}""")]
    [InlineData("""{"properties":"none"}""")]
    public async Task Body_that_makes_no_sense_is_refused(string body) =>
        (await Arm.Put("/tokens/builder", body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Put_over_a_token_wipes_its_passwords()
    {
        var password = await Arm.Mint("builder");

        (await Arm.PutToken("builder")).Status.ShouldBe(HttpStatusCode.Created);

        Emulator.Tokens.Single().HasUsablePassword.ShouldBeFalse();
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Put_over_a_token_keeps_the_passwords_it_lists()
    {
        await Arm.PutToken("builder");
        var both = (await Arm.Generate("builder")).Json["passwords"]!;
        var body = """{"properties":{"scopeMapId":"SCOPE","credentials":{"passwords":[{"name":"password2"}]}}}""".Replace(
            "SCOPE",
            Arm.ScopeMapId("_repositories_push"),
            StringComparison.Ordinal
        );

        await Arm.Put("/tokens/builder", body);

        (await Registry.LogIn("builder", (string)both[0]!["value"]!)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Registry.LogIn("builder", (string)both[1]!["value"]!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Put_over_a_token_keeps_its_creation_date()
    {
        var first = await Arm.PutToken("builder");
        Clock.Advance(TimeSpan.FromHours(1));
        var second = await Arm.PutToken("builder");

        ((string?)second.Properties["creationDate"]).ShouldBe((string?)first.Properties["creationDate"]);
        ((string?)second.Properties["provisioningState"]).ShouldBe("Updating");
    }

    [Fact]
    public async Task Case_does_not_tell_names_apart()
    {
        await Arm.PutToken("builder");

        ((string?)(await Arm.Get("/tokens/BUILDER")).Json["name"]).ShouldBe("builder");
    }

    [Fact]
    public async Task List_is_in_the_order_of_creation_and_has_no_next_link()
    {
        await Arm.PutToken("second-by-name");
        await Arm.PutToken("first-by-name");

        var list = await Arm.Get("/tokens");

        list.Json["value"]!.AsArray().Select(token => (string?)token!["name"]).ShouldBe(["second-by-name", "first-by-name"]);
        list.Json.AsObject().ContainsKey("nextLink").ShouldBeFalse();
    }

    [Fact]
    public async Task Missing_token_is_not_found_in_the_recorded_words()
    {
        var get = await Arm.Get("/tokens/acr-token-scope-map");

        get.Status.ShouldBe(HttpStatusCode.NotFound);
        get.Text.ShouldBe(
            """{"error":{"code":"ResourceNotFound","message":"The resource acr-token-scope-map could not be found."},"status":"Failed"}"""
        );
        get.Header("api-supported-versions").ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_a_missing_token_is_done_at_once()
    {
        var delete = await Arm.Delete("/tokens/nobody");

        delete.Status.ShouldBe(HttpStatusCode.NoContent);
        delete.Header("Location").ShouldBeNull();
    }

    [Fact]
    public async Task Parallel_writes_lose_nothing()
    {
        var names = Enumerable.Range(0, 50).Select(n => $"builder-{n}").ToList();
        await Task.WhenAll(names.Select(name => Arm.Mint(name)));

        Emulator.Tokens.Select(token => token.Name).ShouldBe(names, ignoreOrder: true);
        Emulator.Tokens.ShouldAllBe(token => token.HasUsablePassword);
    }

    private static string Body(string scopeMap) => $$$"""{"properties":{"scopeMapId":"{{{Arm.ScopeMapId(scopeMap)}}}"}}""";
}
