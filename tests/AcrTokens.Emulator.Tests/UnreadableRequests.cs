using System.Net;
using System.Text;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>No request causes a 500. Errors have the form of the requested service.</summary>
public class UnreadableRequests : InRepository
{
    private const string SignIn = "/33333333-4444-5555-6666-777777777777/oauth2/v2.0/token";

    public static TheoryData<string, byte[]> Forms =>
        new()
        {
            { "multipart/form-data", "grant_type=password"u8.ToArray() },
            { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\npass"u8.ToArray() },
            { "multipart/form-data; boundary=" + new string('x', 1000), "--x--"u8.ToArray() },
            { "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 5000).Select(i => $"k{i}=v"))) },
            { "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(new string('k', 100_000) + "=v") },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_is_refused_by_the_token_server_in_its_form(string type, byte[] body)
    {
        foreach (var path in new[] { "/oauth2/token", "/oauth2/exchange" })
        {
            var refused = await Post(new Uri(Emulator.RegistryEndpoint, path), type, body);

            refused.Status.ShouldBe(HttpStatusCode.BadRequest);
            refused.ErrorCode.ShouldBe("UNSUPPORTED");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_is_refused_by_the_authority_in_its_form(string type, byte[] body)
    {
        var refused = await Post(new Uri(Emulator.ResourceManagerEndpoint, SignIn), type, body);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)refused.Json["error"]).ShouldBe("invalid_request");
        ((string?)refused.Json["error_description"]).ShouldStartWith("AADSTS90");
    }

    [Theory]
    [InlineData("""{"properties":{"scopeMapId":"\ud800"}}""")]
    [InlineData("""{"properties":{"\udc00":1}}""")]
    [InlineData("""{"properties":{"credentials":{"certificates":[{"name":"\ud800"}]}}}""")]
    [InlineData("""{"properties":{"credentials":{"passwords":[[[]]]}}}""")]
    [InlineData("""{"properties":{"credentials":{"certificates":[null,1]}}}""")]
    public async Task Body_is_refused_by_Resource_Manager_in_its_form(string body)
    {
        var refused = await Arm.Put("/tokens/builder", body);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe("InvalidParameter");
        ((string?)refused.Json["error"]!["message"])!.ShouldNotContain("System.");
    }

    [Theory]
    [InlineData("""{"schemaVersion":2,"config":{},"layers":[1]}""")]
    [InlineData("""{"schemaVersion":2,"config":{},"layers":[null]}""")]
    [InlineData("""{"schemaVersion":2,"config":{},"layers":[["urls"]]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":["sha256"]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"digest":"\ud800"}]}""")]
    [InlineData("""{"schemaVersion":2,"mediaType":"\udc00","manifests":[]}""")]
    public async Task Manifest_is_refused_by_the_registry_in_its_form(string manifest)
    {
        var refused = await Registry.Send(HttpMethod.Put, App + "/manifests/v1", Bearer, manifest, ImageType);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe("MANIFEST_INVALID");
    }

    [Theory]
    [InlineData("GET", "/acr/v1/_deleted/_catalog", HttpStatusCode.NotFound, "NOT_EMULATED")]
    [InlineData("GET", "/acr/v1/", HttpStatusCode.NotFound, "NOT_EMULATED")]
    [InlineData("GET", "/v2/samples/app/tags", HttpStatusCode.NotFound, "NOT_EMULATED")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "NOT_EMULATED")]
    [InlineData("PUT", "/oauth2/token", HttpStatusCode.MethodNotAllowed, "UNSUPPORTED")]
    [InlineData("GET", "/oauth2/exchange", HttpStatusCode.MethodNotAllowed, "UNSUPPORTED")]
    public async Task What_is_not_emulated_is_refused_by_the_registry_in_its_form(string method, string path, HttpStatusCode status, string code)
    {
        var refused = await Registry.Send(new HttpMethod(method), path, Bearer);

        refused.Status.ShouldBe(status);
        refused.ErrorCode.ShouldBe(code);
    }

    [Theory]
    [InlineData("a b/c")]
    [InlineData("%2e%2e")]
    [InlineData("?t=1&s=2")]
    [InlineData("ü")]
    public async Task Poll_address_works_whatever_the_client_s_request_id_holds(string id)
    {
        var body = $$$"""{"properties":{"scopeMapId":"{{{Arm.ScopeMapId("_repositories_push")}}}"}}""";
        var put = await Arm.Send(HttpMethod.Put, "/tokens/builder-2", body, Uri.EscapeDataString(id));
        var raw = await SendRaw(id);

        (await Arm.Get(put.Header("Azure-AsyncOperation")!)).Text.ShouldBe("""{"status":"Succeeded"}""");
        (await Arm.Get(raw.Header("Azure-AsyncOperation")!)).Text.ShouldBe("""{"status":"Succeeded"}""");

        async Task<Answer> SendRaw(string value)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Put,
                new Uri(Emulator.ResourceManagerEndpoint, $"{Arm.Registry}/tokens/builder-3?api-version={Arm.Version}")
            );
            request.Headers.Authorization = new("Bearer", Emulator.AccessToken);
            request.Headers.TryAddWithoutValidation("x-ms-client-request-id", value);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            return await Answer.Of(await Client.SendAsync(request));
        }
    }

    [Fact]
    public async Task Data_plane_s_answers_have_ids()
    {
        var challenge = await Registry.Get("/v2/");
        var answered = await Registry.Get(App + "/tags/list", Bearer);
        var login = await Registry.Get("/oauth2/token");

        foreach (var answer in new[] { challenge, answered, login })
        {
            Guid.TryParse(answer.Header("X-Ms-Correlation-Request-Id"), out _).ShouldBeTrue();
        }

        Guid.TryParse(answered.Header("X-Ms-Request-Id"), out _).ShouldBeTrue();
        challenge.Header("X-Ms-Request-Id").ShouldBeNull();
        challenge.Header("Docker-Distribution-Api-Version").ShouldBe("registry/2.0");
        login.Header("Docker-Distribution-Api-Version").ShouldBeNull();
    }

    private async Task<Answer> Post(Uri address, string type, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Answer.Of(await Client.PostAsync(address, content));
    }
}
