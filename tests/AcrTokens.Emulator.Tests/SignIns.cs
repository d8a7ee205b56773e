using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class SignIns : InProcess
{
    private const string Tenant = "33333333-4444-5555-6666-777777777777";
    private const string Scope = "https://management.azure.com//.default";

    [Theory]
    [InlineData(Tenant + "/oauth2/v2.0/token", "scope", Scope)]
    [InlineData(Tenant + "/oauth2/v2.0/token", "scope", "https://localhost:44300/.default")]
    [InlineData(Tenant + "/oauth2/token", "resource", "https://management.core.windows.net/")]
    [InlineData("adfs/oauth2/token", "scope", "https://management.core.windows.net//.default")]
    public async Task Client_with_its_secret_gets_a_token_that_resource_manager_takes(string path, string kind, string resource)
    {
        var answer = await Post(path, ("client_id", Emulator.ClientId), ("client_secret", Emulator.ClientSecret), (kind, resource));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)answer.Json["token_type"]).ShouldBe("Bearer");
        ((int?)answer.Json["expires_in"]).ShouldBe(3599);
        (await Ask(answer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_expires_after_an_hour()
    {
        var token = await SignIn();

        Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        (await Ask(token)).Status.ShouldBe(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var expired = await Ask(token);

        expired.Status.ShouldBe(HttpStatusCode.Unauthorized);
        expired.ErrorCode.ShouldBe("ExpiredAuthenticationToken");
    }

    [Fact]
    public async Task Token_for_the_registry_is_not_one_for_resource_manager()
    {
        var token = await SignIn("https://containerregistry.azure.net/.default");

        (await Ask(token)).ErrorCode.ShouldBe("InvalidAuthenticationTokenAudience");
    }

    [Fact]
    public async Task Federated_token_stands_for_a_secret()
    {
        (await Federated("api://AzureADTokenExchange", Clock.GetUtcNow().AddMinutes(5))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("api://AzureADTokenExchange", 0, 700024)]
    [InlineData("https://example.com", 5, 700212)]
    public async Task Federated_token_must_be_meant_for_the_exchange_and_alive(string audience, int minutes, int code)
    {
        var refused = await Federated(audience, Clock.GetUtcNow().AddMinutes(minutes));

        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        ((int?)refused.Json["error_codes"]![0]).ShouldBe(code);
    }

    [Theory]
    [InlineData("client_id", "99999999-0000-0000-0000-000000000000", 700016, "unauthorized_client")]
    [InlineData("client_secret", "wrong", 7000215, "invalid_client")]
    [InlineData("client_secret", null, 7000218, "invalid_client")]
    [InlineData("client_assertion", "not.a-token", 50027, "invalid_client")]
    [InlineData("scope", "https://vault.azure.net/.default", 500011, "invalid_resource")]
    [InlineData("scope", "openid", 70011, "invalid_scope")]
    [InlineData("scope", null, 900144, "invalid_request")]
    [InlineData("grant_type", "password", 70003, "unsupported_grant_type")]
    public async Task What_is_wrong_is_told_by_the_code_of_the_real_one(string field, string? value, int code, string error)
    {
        var fields = new Dictionary<string, string?>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Emulator.ClientId,
            ["client_secret"] = Emulator.ClientSecret,
            ["scope"] = Scope,
            [field] = value,
        };
        var refused = await Post($"{Tenant}/oauth2/v2.0/token", [.. fields.Where(f => f.Value is not null).Select(f => (f.Key, f.Value!))]);

        ((int)refused.Status).ShouldBeInRange(400, 401);
        ((string?)refused.Json["error"]).ShouldBe(error);
        ((int?)refused.Json["error_codes"]![0]).ShouldBe(code);
        ((string?)refused.Json["error_description"])!.ShouldStartWith($"AADSTS{code}: ");
        refused.Text.ShouldNotContain(Emulator.ClientSecret);
    }

    [Fact]
    public async Task Unknown_tenant_is_refused()
    {
        var refused = await Post("99999999-0000-0000-0000-000000000000/oauth2/v2.0/token", ("client_id", Emulator.ClientId));

        ((int?)refused.Json["error_codes"]![0]).ShouldBe(90002);
    }

    [Theory]
    [InlineData(Tenant + "/v2.0/.well-known/openid-configuration", Tenant + "/oauth2/v2.0/token")]
    [InlineData("adfs/.well-known/openid-configuration", "adfs/oauth2/token")]
    public async Task Metadata_leads_to_the_token_endpoint(string path, string endpoint)
    {
        var metadata = await Answer.Of(await Client.GetAsync(new Uri(Emulator.ResourceManagerEndpoint, path)));

        ((string?)metadata.Json["token_endpoint"]).ShouldBe(Emulator.ResourceManagerEndpoint + endpoint);
    }

    [Fact]
    public async Task Key_of_the_metadata_verifies_the_token()
    {
        var metadata = await Answer.Of(
            await Client.GetAsync(new Uri(Emulator.ResourceManagerEndpoint, Tenant + "/v2.0/.well-known/openid-configuration"))
        );
        var key = (await Answer.Of(await Client.GetAsync(new Uri((string)metadata.Json["jwks_uri"]!)))).Json["keys"]![0]!;
        var parts = ((string)(await SignIn()).Json["access_token"]!).Split('.');
        using var rsa = RSA.Create(
            new RSAParameters { Modulus = Base64Url.DecodeFromChars((string)key["n"]!), Exponent = Base64Url.DecodeFromChars((string)key["e"]!) }
        );

        rsa.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
            .ShouldBeTrue();
    }

    [Fact]
    public async Task No_secret_is_in_the_log()
    {
        await SignIn();

        Emulator.Requests.ShouldHaveSingleItem().ToString().ShouldNotContain(Emulator.ClientSecret);
    }

    [Fact]
    public async Task Sign_in_is_exchanged_for_whatever_the_registry_has()
    {
        var access = (string)(await SignIn()).Json["access_token"]!;
        var exchanged = await PostTo(
            Emulator.RegistryEndpoint,
            "oauth2/exchange",
            ("grant_type", "access_token"),
            ("service", Emulator.LoginServer),
            ("access_token", access)
        );
        var refresh = (string)exchanged.Json["refresh_token"]!;
        var bearer = await PostTo(
            Emulator.RegistryEndpoint,
            "oauth2/token",
            ("grant_type", "refresh_token"),
            ("service", Emulator.LoginServer),
            ("scope", "repository:dotnet/runtime:pull"),
            ("refresh_token", refresh)
        );
        var login = await Registry.LogIn("00000000-0000-0000-0000-000000000000", refresh, "repository:dotnet/runtime:pull");

        foreach (var answer in new[] { bearer, login })
        {
            (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", (string)answer.Json["access_token"]!)).Status.ShouldBe(HttpStatusCode.OK);
        }

        // Can be exchanged for access tokens, but is not one.
        (await Registry.Get("/v2/dotnet/runtime/manifests/10.0", refresh)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        Clock.Advance(TimeSpan.FromHours(3));
        (await Registry.LogIn("00000000-0000-0000-0000-000000000000", refresh)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("access_token", "nonsense")]
    [InlineData("access_token", null)]
    [InlineData("service", "another.azurecr.io")]
    public async Task Exchange_of_anything_else_is_refused(string field, string? value)
    {
        var fields = new Dictionary<string, string?>
        {
            ["grant_type"] = "access_token",
            ["service"] = Emulator.LoginServer,
            ["access_token"] = (string?)(await SignIn()).Json["access_token"],
            [field] = value,
        };

        (
            await PostTo(Emulator.RegistryEndpoint, "oauth2/exchange", [.. fields.Where(f => f.Value is not null).Select(f => (f.Key, f.Value!))])
        ).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<Answer> SignIn(string scope = Scope) =>
        Post($"{Tenant}/oauth2/v2.0/token", ("client_id", Emulator.ClientId), ("client_secret", Emulator.ClientSecret), ("scope", scope));

    private Task<Answer> Federated(string audience, DateTimeOffset expiry)
    {
        var claims = $$"""{"aud":"{{audience}}","iss":"https://token.example.com","sub":"repo:me/app","exp":{{expiry.ToUnixTimeSeconds()}}}""";
        var assertion = $"{Encode("{}")}.{Encode(claims)}.{Encode("signature")}";
        return Post(
            $"{Tenant}/oauth2/v2.0/token",
            ("client_id", Emulator.ClientId),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", assertion),
            ("scope", Scope)
        );

        static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    private Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
        PostTo(
            Emulator.ResourceManagerEndpoint,
            path,
            fields.Any(f => f.Name == "grant_type") ? fields : [.. fields, ("grant_type", "client_credentials")]
        );

    private async Task<Answer> PostTo(Uri endpoint, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Answer.Of(await Client.PostAsync(new Uri(endpoint, path), form));
    }

    private async Task<Answer> Ask(Answer signedIn)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(Emulator.ResourceManagerEndpoint, $"{Arm.Registry}?api-version={Arm.Version}")
        );
        request.Headers.Authorization = new("Bearer", (string)signedIn.Json["access_token"]!);
        return await Answer.Of(await Client.SendAsync(request));
    }
}
