using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class TokenServer : InProcess
{
    private const string AuthenticationRequired =
        """{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required, visit https://aka.ms/acr/authorization for more information.\"}]}""";

    [Fact]
    public async Task Ping_without_a_token_says_where_to_get_one()
    {
        var ping = await Registry.Get("/v2/");

        ping.Status.ShouldBe(HttpStatusCode.Unauthorized);
        ping.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"http://localhost:5000/oauth2/token\",service=\"localhost:5000\"");
        ping.Header("Docker-Distribution-Api-Version").ShouldBe("registry/2.0");
        ping.Text.ShouldBe(
            """{"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information.","detail":null}]}"""
                + "\n"
        );
        ping.Bytes.Length.ShouldBe(149);
    }

    [Fact]
    public async Task Ping_with_a_token_is_fine()
    {
        var bearer = await Registry.Bearer("builder", await Arm.Mint("builder"));

        (await Registry.Get("/v2/", bearer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Basic_login_gets_an_access_token_and_nothing_else()
    {
        var login = await Registry.LogIn("builder", await Arm.Mint("builder"));

        login.Json.AsObject().Select(field => field.Key).ShouldBe(["access_token"]);
    }

    [Fact]
    public async Task Form_login_gets_an_access_token()
    {
        var answer = await Post("password", await Arm.Mint("builder"), "repository:dotnet/runtime:pull");

        (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", (string)answer.Json["access_token"]!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("authorization_code")]
    [InlineData("")]
    public async Task Other_grants_are_not_taken(string grant) =>
        (await Post(grant, await Arm.Mint("builder"), "")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Unknown_user_is_told_so()
    {
        var login = await Registry.LogIn("nobody", "wrong");

        login.Status.ShouldBe(HttpStatusCode.Unauthorized);
        login.Text.ShouldContain("Application not registered with AAD.");
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task Wrong_password_is_refused(string password)
    {
        await Arm.Mint("builder");

        var login = await Registry.LogIn("builder", password);

        login.Status.ShouldBe(HttpStatusCode.Unauthorized);
        login.Text.ShouldContain(AuthenticationRequired);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("")]
    public async Task Token_without_a_password_cannot_log_in(string password)
    {
        await Arm.PutToken("builder");

        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm8tY29sb24=")]
    public async Task Header_that_is_no_login_is_refused(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.RegistryEndpoint, "/oauth2/token"));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Disabled_token_does_not_log_in()
    {
        var password = await Arm.Mint("builder");
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");

        (await Registry.LogIn("builder", password)).Text.ShouldContain(AuthenticationRequired);
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"enabled"}}""");
        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Password_works_until_it_expires()
    {
        var password = await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");
        Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        var before = await Registry.LogIn("builder", password);
        Clock.Advance(TimeSpan.FromTicks(1));
        var after = await Registry.LogIn("builder", password);

        before.Status.ShouldBe(HttpStatusCode.OK);
        after.Text.ShouldContain(AuthenticationRequired);
    }

    [Fact]
    public async Task Deleted_token_is_unknown()
    {
        var password = await Arm.Mint("builder");
        await Arm.Delete("/tokens/builder");

        (await Registry.LogIn("builder", password)).Text.ShouldContain("Application not registered with AAD.");
    }

    [Fact]
    public async Task Removed_password_does_not_log_in()
    {
        var password = await Arm.Mint("builder");
        await Arm.Patch("/tokens/builder", """{"properties":{"credentials":{"passwords":[]}}}""");

        (await Registry.LogIn("builder", password)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_registry_s_service_is_refused()
    {
        var password = await Arm.Mint("builder");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.RegistryEndpoint, "/oauth2/token?service=another.azurecr.io"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("builder:" + password)));

        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<Answer> Post(string grant, string password, string scope)
    {
        using var form = new FormUrlEncodedContent([
            new("grant_type", grant),
            new("service", Emulator.LoginServer),
            new("username", "builder"),
            new("password", password),
            new("scope", scope),
        ]);
        return await Answer.Of(await Client.PostAsync(new Uri(Emulator.RegistryEndpoint, "/oauth2/token"), form));
    }
}
