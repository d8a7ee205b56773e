using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class RequestLogs : InProcess
{
    [Fact]
    public async Task Requests_are_listed_in_order_with_status_query_and_id()
    {
        await Arm.Send(HttpMethod.Get, "/tokens/nobody", clientRequestId: "first");
        await Registry.Get("/v2/");

        Emulator.Requests.ShouldBe([
            new EmulatorRequest("GET", Arm.Registry + "/tokens/nobody", "?api-version=2025-11-01", 404, "first", null, "Tokens_Get", null),
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

        Emulator
            .Requests.Skip(before)
            .ShouldBe([
                new EmulatorRequest("GET", "/oauth2/token", "?service=localhost:5000", 200, null, null, "OAuth2_Token", null) { Login = "builder" },
                new EmulatorRequest("POST", "/oauth2/token", "", 200, null, null, "OAuth2_Token", null) { Login = "builder" },
            ]);
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
}
