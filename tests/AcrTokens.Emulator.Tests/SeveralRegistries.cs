using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class SeveralRegistries : InProcess
{
    private const string Second = Arm.Registries + "/second";

    protected override AcrEmulatorOptions Options => base.Options with { FurtherRegistryNames = ["second"], RegistryHttpsPort = 0 };

    [Fact]
    public async Task Each_has_a_login_server_of_its_own()
    {
        Emulator.Registries.ShouldBe([
            new EmulatorRegistry("myregistry", Arm.Registry, new Uri("http://localhost:5000/"), new Uri("https://localhost:5500/")),
            new EmulatorRegistry("second", Second, new Uri("http://localhost:5001/"), new Uri("https://localhost:5501/")),
        ]);
        ((string?)(await Arm.Get(Second)).Properties["loginServer"]).ShouldBe("localhost:5501");
    }

    [Fact]
    public async Task Https_address_is_the_login_server()
    {
        Emulator.LoginServer.ShouldBe("localhost:5500");
        Emulator.RegistryHttpsEndpoint.ShouldBe(new Uri("https://localhost:5500/"));
        var ping = await Answer.Of(await Client.GetAsync(new Uri("https://localhost:5500/v2/")));

        ping.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"https://localhost:5500/oauth2/token\",service=\"localhost:5500\"");
    }

    [Fact]
    public async Task Token_of_one_is_unknown_to_the_other()
    {
        var body = $$$"""{"properties":{"scopeMapId":"{{{Second}}}/scopeMaps/_repositories_push"}}""";
        (await Arm.Put($"{Second}/tokens/builder", body)).Status.ShouldBe(HttpStatusCode.Created);
        var generated = await Arm.Post($"{Second}/generateCredentials", $$"""{"tokenId":"{{Second}}/tokens/builder","name":"password1"}""");
        var password = (string)generated.Json["passwords"]![0]!["value"]!;

        (await LogIn(5000, password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await LogIn(5001, password)).ShouldBe(HttpStatusCode.OK);
        (await Arm.Get("/tokens/builder")).Status.ShouldBe(HttpStatusCode.NotFound);
        Emulator.Tokens.ShouldHaveSingleItem().RegistryName.ShouldBe("second");
    }

    [Fact]
    public async Task Token_of_one_cannot_have_the_scope_map_of_another() =>
        (
            await Arm.Put($"{Second}/tokens/builder", $$$"""{"properties":{"scopeMapId":"{{{Arm.ScopeMapId("_repositories_push")}}}"}}""")
        ).Status.ShouldBe(HttpStatusCode.BadRequest);

    private async Task<HttpStatusCode> LogIn(int port, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://localhost:{port}/oauth2/token?service=localhost:{port}"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("builder:" + password)));
        return (await Client.SendAsync(request)).StatusCode;
    }
}
