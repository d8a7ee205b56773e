using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Bearers : InProcess
{
    [Fact]
    public async Task Bearer_outlives_its_login_until_it_expires()
    {
        var bearer = await Registry.Bearer("builder", await Arm.Mint("builder"), "repository:dotnet/runtime:pull");
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");
        await Arm.Delete("/tokens/builder");

        Clock.Advance(TimeSpan.FromMinutes(75) - TimeSpan.FromSeconds(1));
        (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", bearer)).Status.ShouldBe(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", bearer)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("GET", "samples/app/manifests/1.0", "repository:samples/app:pull")]
    [InlineData("HEAD", "samples/app/blobs/sha256:00", "repository:samples/app:pull")]
    [InlineData("PUT", "samples/app/manifests/1.0", "repository:samples/app:pull,push")]
    [InlineData("POST", "samples/app/blobs/uploads/", "repository:samples/app:pull,push")]
    [InlineData("DELETE", "samples/app/blobs/uploads/1", "repository:samples/app:pull,push")]
    [InlineData("DELETE", "samples/app/manifests/1.0", "repository:samples/app:delete")]
    [InlineData("DELETE", "samples/app/blobs/sha256:00", "repository:samples/app:delete")]
    [InlineData("GET", "samples/app/tags/list", "repository:samples/app:metadata_read")]
    [InlineData("GET", "samples/app/referrers/sha256:00", "repository:samples/app:pull")]
    [InlineData("GET", "samples%2Fapp/manifests/1.0", "repository:samples/app:pull")]
    [InlineData("GET", "_catalog", "registry:catalog:*")]
    public async Task Missing_bearer_is_told_the_scope_it_needs(string method, string path, string scope)
    {
        var answer = await Registry.Send(new HttpMethod(method), "/v2/" + path);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Header("WWW-Authenticate").ShouldEndWith($",scope=\"{scope}\"");
    }

    [Fact]
    public async Task Missing_bearer_is_told_each_action_it_needs()
    {
        var answer = await Registry.Send(HttpMethod.Post, "/v2/samples/app/blobs/uploads/");

        answer.Json["errors"]![0]!["detail"]!
            .ToJsonString()
            .ShouldBe("""[{"Type":"repository","Name":"samples/app","Action":"pull"},{"Type":"repository","Name":"samples/app","Action":"push"}]""");
    }

    [Fact]
    public async Task Bearer_without_the_right_is_denied()
    {
        var bearer = await Registry.Bearer("builder", await Arm.Mint("builder", "_repositories_pull"), "repository:samples/app:pull,push");

        var answer = await Registry.Send(HttpMethod.Post, "/v2/samples/app/blobs/uploads/", bearer);

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ErrorCode.ShouldBe("DENIED");
        answer.Header("WWW-Authenticate").ShouldEndWith(",error=\"insufficient_scope\"");
    }

    [Fact]
    public async Task Forged_bearer_is_refused()
    {
        var parts = (await Registry.Bearer("builder", await Arm.Mint("builder", "_repositories_pull"), "repository:dotnet/runtime:pull")).Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["exp"] = (long)claims["exp"]! + 1;
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()));

        foreach (var bearer in new[] { $"{parts[0]}.{forged}.{parts[2]}", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}", "a.b.c", "!.!.!" })
        {
            (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", bearer)).Status.ShouldBe(HttpStatusCode.Unauthorized, bearer);
        }
    }

    [Fact]
    public async Task Bearer_of_another_emulator_is_refused()
    {
        await using var other = await AcrEmulator.StartInProcessAsync(Options);
        using var client = new HttpClient(other.CreateHandler());
        var bearer = await new RegistryClient(other, client).Bearer(
            "builder",
            await new Arm(other, client).Mint("builder"),
            "repository:dotnet/runtime:pull"
        );

        (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", bearer)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Bearer_for_another_host_is_refused()
    {
        var bearer = await Registry.Bearer("builder", await Arm.Mint("builder"), "repository:dotnet/runtime:pull");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:5000/v2/dotnet/runtime/manifests/10.0");
        request.Headers.Authorization = new("Bearer", bearer);

        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
