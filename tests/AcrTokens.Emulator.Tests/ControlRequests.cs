using System.Net;
using System.Text;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class ControlRequests : InProcess
{
    [Fact]
    public async Task Fault_is_added_listed_and_cleared()
    {
        var added = await Ask("POST", "faults", """{"operation":"Tokens_Create","call":2,"drop":"answer","delay":"00:00:00.5"}""");
        var listed = await Ask("GET", "faults");
        var cleared = await Ask("DELETE", "faults");

        added.Text.ShouldBe(listed.Text);
        ((string?)listed.Json[0]!["operation"]).ShouldBe("Tokens_Create");
        cleared.Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Fault_meets_a_request()
    {
        await Ask("POST", "faults", """{"operation":"Registries_Get","status":429,"code":"SubscriptionRequestsThrottled","retryAfter":"1"}""");

        var refused = await Arm.Get("");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.ErrorCode.ShouldBe("SubscriptionRequestsThrottled");
    }

    [Fact]
    public async Task Held_request_is_waited_for_and_released()
    {
        await Ask("POST", "faults", """{"operation":"Tokens_Create","silence":"request","hold":"mint"}""");
        var held = Arm.PutToken("builder");

        (await Ask("GET", "holds/mint")).Status.ShouldBe(HttpStatusCode.OK);
        held.IsCompleted.ShouldBeFalse();
        (await Ask("DELETE", "holds/mint")).Status.ShouldBe(HttpStatusCode.OK);

        (await held).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("faults", """{"operation":"Tokens_Shred","status":500}""")]
    [InlineData("faults", """{"status":500}""")]
    [InlineData("faults", """{"operation":"Tokens_Create","stauts":500}""")]
    [InlineData("faults", "nonsense")]
    [InlineData("faults", """{"operation":null,"status":500}""")]
    [InlineData("faults", """{"operation":"\ud800","status":500}""")]
    [InlineData("faults", """[]""")]
    [InlineData("faults", """null""")]
    [InlineData("faults", """{"operation":"*","delay":"100.00:00:00"}""")]
    [InlineData("faults", """{"operation":"Tokens_Create","hold":"mint"}""")]
    [InlineData("faults", """{"operation":"Tokens_Create","answerPatch":"[]"}""")]
    [InlineData("clock", "{}")]
    [InlineData("clock", """{"advance":"10675199.02:48:05"}""")]
    [InlineData("clock", """{"advance":"-10675199.02:48:05"}""")]
    [InlineData("clock", """{"now":"9999-12-31T23:59:59Z"}""")]
    [InlineData("clock", """{"now":"0001-01-01T00:00:00Z"}""")]
    [InlineData("simulations", """{"lock":"paper"}""")]
    [InlineData("simulations", """{"lock":1}""")]
    [InlineData("simulations", """{"missingRights":["Microsoft.ContainerRegistry/registries/tokens/shred"]}""")]
    [InlineData("simulations", """{"missingRights":[null]}""")]
    [InlineData("simulations", """{"htmlProxy":100}""")]
    [InlineData("simulations", """{"clockAhead":"10675199.02:48:05"}""")]
    [InlineData("simulations", """{"paper":true}""")]
    [InlineData("state", """{"registries":[null]}""")]
    [InlineData("state", """{"registries":[{"name":"myregistry","tokens":[null]}]}""")]
    [InlineData("state", """{"registries":[{"name":"myregistry","scopeMaps":[{"name":"ci-map","actions":[null]}]}]}""")]
    [InlineData("state", """{"clients":[{"secret":"not-a-secret"}]}""")]
    [InlineData("state", """{"registries":[{"name":"another"}]}""")]
    [InlineData("state", """{"registries":[{"name":"myregistry","tokens":[{"name":"builder","scopeMap":"missing"}]}]}""")]
    public async Task Mistake_is_refused_with_a_reason(string path, string body)
    {
        var refused = await Ask("POST", path, body);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        var reason = (string?)refused.Json["error"];
        reason.ShouldNotBeNullOrEmpty();
        reason.ShouldNotContain("AcrTokens.");
        reason.ShouldNotContain("System.");
        reason.ShouldNotContain(".NET");
        reason.ShouldNotContain("Parameter '");
        (await Arm.Get("")).Headers.Date.ShouldBe(Clock.GetUtcNow());
    }

    [Fact]
    public async Task Missing_field_is_named() =>
        ((string?)(await Ask("POST", "faults", """{"status":500}""")).Json["error"]).ShouldBe("At $ there is a field missing: operation.");

    [Fact]
    public async Task Simulations_are_changed_by_what_is_named()
    {
        await Ask("POST", "simulations", """{"lock":"readOnly","htmlProxy":502}""");
        var changed = await Ask("POST", "simulations", """{"firewall":true,"htmlProxy":null,"clockAhead":"00:45:00"}""");

        Emulator.Simulations.ShouldBe(
            new EmulatorSimulations
            {
                Lock = EmulatorLock.ReadOnly,
                Firewall = true,
                ClockAhead = TimeSpan.FromMinutes(45),
                MissingRights = Emulator.Simulations.MissingRights,
            }
        );
        changed.Text.ShouldBe((await Ask("GET", "simulations")).Text);
        await Ask("DELETE", "simulations");
        Emulator.Simulations.ShouldBe(new EmulatorSimulations { ClockAhead = TimeSpan.FromMinutes(45) });
    }

    [Fact]
    public async Task Clock_is_moved_by_a_span_or_to_a_date()
    {
        await Ask("POST", "clock", """{"advance":"01:30:00"}""");
        ((DateTimeOffset?)(await Ask("GET", "clock")).Json["now"]).ShouldBe(Clock.GetUtcNow() + TimeSpan.FromMinutes(90));

        await Ask("POST", "clock", """{"now":"2030-01-01T00:00:00Z"}""");
        (await Arm.Get("")).Headers.Date.ShouldBe(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Requests_are_told_without_those_of_this_api()
    {
        await Arm.PutToken("builder");

        var request = (await Ask("GET", "requests")).Json.AsArray().ShouldHaveSingleItem()!;

        ((string?)request["operation"]).ShouldBe("Tokens_Create");
        ((int?)request["status"]).ShouldBe(201);
    }

    [Fact]
    public async Task State_tells_everything_but_secrets()
    {
        var password = await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");
        await Arm.Put("/scopeMaps/ci-map", """{"properties":{"description":"CI","actions":["repositories/app/content/read"]}}""");

        var state = await Ask("GET", "state");

        var registry = state.Json["registries"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)registry["scopeMaps"]!.AsArray().ShouldHaveSingleItem()!["name"]).ShouldBe("ci-map");
        ((string?)registry["tokens"]![0]!["scopeMap"]).ShouldBe("_repositories_push");
        ((string?)registry["tokens"]![0]!["passwords"]![0]!["name"]).ShouldBe("password1");
        state.Text.ShouldNotContain(password);
        state.Text.ShouldNotContain(Emulator.ClientSecret);
        state.Text.ShouldNotContain(Emulator.AccessToken);
    }

    [Fact]
    public async Task State_is_added_to()
    {
        await Ask(
            "POST",
            "state",
            """
            {"registries":[{"name":"myregistry","adminUserEnabled":true,
              "scopeMaps":[{"name":"ci-map","actions":["repositories/app/content/read"]}],
              "tokens":[{"name":"seeded","scopeMap":"ci-map","passwords":[{"name":"password1","value":"not-a-secret"}]}]}],
             "clients":[{"id":"55555555-0000-0000-0000-000000000000","secret":"not-a-secret"}]}
            """
        );

        (await Registry.LogIn("seeded", "not-a-secret")).Status.ShouldBe(HttpStatusCode.OK);
        ((bool?)(await Arm.Get("")).Properties["adminUserEnabled"]).ShouldBe(true);
        ((string?)(await Arm.Get("/tokens/seeded")).Properties["scopeMapId"]).ShouldBe(Arm.ScopeMapId("ci-map"));
    }

    [Fact]
    public async Task Token_is_disabled_enabled_and_deleted()
    {
        var password = await Arm.Mint("builder");

        (await Ask("PATCH", "tokens/myregistry/builder", """{"enabled":false}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Ask("PATCH", "tokens/MyRegistry/Builder", """{"enabled":true}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.OK);
        (await Ask("DELETE", "tokens/myregistry/builder")).Status.ShouldBe(HttpStatusCode.OK);

        Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PATCH", "tokens/myregistry/nobody", """{"enabled":false}""", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "tokens/myregistry/nobody", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "tokens/another/builder", null, HttpStatusCode.NotFound)]
    [InlineData("PATCH", "tokens/myregistry/builder", "{}", HttpStatusCode.BadRequest)]
    [InlineData("PATCH", "tokens/myregistry/builder", """{"enabled":"no"}""", HttpStatusCode.BadRequest)]
    public async Task Token_that_is_not_there_or_a_wrong_change_is_refused(string method, string path, string? body, HttpStatusCode status)
    {
        await Arm.Mint("builder");

        var refused = await Ask(method, path, body);

        refused.Status.ShouldBe(status);
        ((string?)refused.Json["error"]).ShouldNotBeNullOrEmpty();
        Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Key_is_needed(string? key)
    {
        foreach (var path in new[] { "faults", "holds/mint", "simulations", "requests", "clock", "state", "events" })
        {
            var refused = await Ask("GET", path, key: key ?? "");

            refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
            refused.Text.ShouldNotContain(Emulator.ControlKey);
        }
    }

    [Fact]
    public async Task Api_can_be_turned_off()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync(new() { EnableControlApi = false });
        using var client = new HttpClient(emulator.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.ResourceManagerEndpoint, "_emulator/state"));
        request.Headers.Add("x-acr-emulator-key", emulator.ControlKey);

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    private async Task<Answer> Ask(string method, string path, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Emulator.ResourceManagerEndpoint, "_emulator/" + path));
        request.Headers.Add("x-acr-emulator-key", key ?? Emulator.ControlKey);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await Answer.Of(await Client.SendAsync(request));
    }
}
