using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class RequestLogs : InProcess
{
    [Fact]
    public async Task Requests_are_listed_in_order_with_status_query_and_id()
    {
        await Arm.Send(HttpMethod.Get, "/tokens/nobody", clientRequestId: "first");
        await Registry.Get("/v2/");

        Timeless(Emulator.Requests)
            .ShouldBe([
                new EmulatorRequest("GET", Arm.Registry + "/tokens/nobody", "?api-version=2025-11-01", 404, "first", null, "Tokens_Get", null)
                {
                    Token = "nobody",
                    Registry = "myregistry",
                },
                new EmulatorRequest("GET", "/v2/", "", 401, null, null, "Registry_Ping", null),
            ]);
    }

    [Fact]
    public async Task Body_for_resource_manager_is_kept()
    {
        const string Body = """{"properties":{"status":"disabled"}}""";
        await Arm.Patch("/tokens/nobody", Body);

        Emulator.Requests.Single().Body.ShouldBe(Body);
    }

    [Fact]
    public async Task Nothing_secret_of_a_login_is_kept()
    {
        var password = await Arm.Mint("builder");
        var before = Emulator.Requests.Count;
        await Registry.LogIn("builder", password);
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", "builder"), new("password", password)]);
        (await Client.PostAsync(new Uri(Emulator.RegistryEndpoint, "/oauth2/token"), form)).EnsureSuccessStatusCode();

        var login = new EmulatorRequest("GET", "/oauth2/token", "?service=localhost:5000", 200, null, null, "OAuth2_Token", null)
        {
            Login = "builder",
            Token = "builder",
            Registry = "myregistry",
        };
        Timeless(Emulator.Requests.Skip(before)).ShouldBe([login, login with { Method = "POST", Query = "" }]);
    }

    [Fact]
    public async Task Time_is_the_emulators_and_the_duration_comes_at_the_end()
    {
        Emulator.AdvanceClock(TimeSpan.FromDays(1));
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Silence = EmulatorSilence.Request, Hold = "mint" });
        var held = Arm.PutToken("builder");
        await Emulator.WaitForHoldAsync("mint");

        var begun = Emulator.Requests.Single();
        begun.ReceivedAt.ShouldBe(Clock.GetUtcNow() + TimeSpan.FromDays(1));
        begun.Duration.ShouldBeNull();
        Emulator.Release("mint");
        await held;
        await Arm.Get("");

        Emulator.Requests[0].Duration.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Token_is_told_from_its_creation_to_a_refused_login_after_its_end()
    {
        var password = await Arm.Mint("builder");
        var bearer = await Registry.Bearer("builder", password, "repository:samples/app:pull,push");
        await Registry.Send(HttpMethod.Post, "/v2/samples/app/blobs/uploads/", bearer);
        await Registry.Send(HttpMethod.Post, "/v2/other/blobs/uploads/", bearer);
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");
        await Registry.LogIn("builder", password);
        await Arm.Delete("/tokens/builder");
        await Registry.LogIn("BUILDER", password);

        Emulator
            .Requests.Select(request => (request.Operation, request.Status, request.Token?.ToLowerInvariant(), request.Registry))
            .ShouldBe([
                ("Tokens_Create", 201, "builder", "myregistry"),
                ("Registries_GenerateCredentials", 200, "builder", "myregistry"),
                ("OAuth2_Token", 200, "builder", "myregistry"),
                ("Uploads_Begin", 202, "builder", "myregistry"),
                ("Uploads_Begin", 401, "builder", "myregistry"),
                ("Tokens_Update", 201, "builder", "myregistry"),
                ("OAuth2_Token", 401, "builder", "myregistry"),
                ("Tokens_Delete", 202, "builder", "myregistry"),
                ("OAuth2_Token", 401, "builder", "myregistry"),
            ]);
    }

    // It may be a password in the wrong place.
    [Fact]
    public async Task User_that_never_was_a_token_is_not_kept()
    {
        await Registry.LogIn("not-a-secret", "builder");

        Emulator.Requests.Single().Token.ShouldBeNull();
        Emulator.Requests.Single().ToString().ShouldNotContain("not-a-secret");
    }

    [Fact]
    public async Task Snapshot_does_not_grow()
    {
        await Arm.Get("");
        var snapshot = Emulator.Requests;
        await Arm.Get("");

        snapshot.Count.ShouldBe(1);
        Emulator.Requests.Count.ShouldBe(2);
    }

    private static IEnumerable<EmulatorRequest> Timeless(IEnumerable<EmulatorRequest> requests) =>
        requests.Select(request => request with { ReceivedAt = default, Duration = null });
}
