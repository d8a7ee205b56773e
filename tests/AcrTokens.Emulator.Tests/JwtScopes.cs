using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class JwtScopes : InProcess
{
    [Fact]
    public async Task Token_is_signed_by_the_emulator_s_own_certificate()
    {
        var parts = (await Registry.Bearer("builder", await Arm.Mint("builder"))).Split('.');
        var header = Decode(parts[0]);
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)header["x5c"]![0]!));
        using var key = certificate.GetRSAPublicKey()!;

        ((string?)header["alg"]).ShouldBe("RS256");
        Certificates.IsSignedBy(certificate, Emulator.CertificatePem).ShouldBeTrue();
        key.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
            .ShouldBeTrue();
    }

    [Fact]
    public async Task Claims_name_the_bearer_the_registry_and_75_minutes()
    {
        var claims = Claims(await Registry.Bearer("builder", await Arm.Mint("builder"), "repository:samples/app:pull"));
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();

        ((string?)claims["sub"]).ShouldBe("builder");
        ((string?)claims["aud"]).ShouldBe("localhost:5000");
        ((long?)claims["iat"]).ShouldBe(now);
        ((long?)claims["nbf"]).ShouldBe(now);
        ((long?)claims["exp"]).ShouldBe(now + 4500);
        claims["exp"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        ((string?)claims["iss"]).ShouldNotBeNullOrEmpty();
        ((string?)claims["jti"]).ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("repositories/app/content/read", "repository:app:pull,push", "app:pull")]
    [InlineData("repositories/app/content/write", "repository:app:pull,push", "app:push")]
    [InlineData("repositories/app/content/delete", "repository:app:delete", "app:delete")]
    [InlineData("repositories/app/metadata/read", "repository:app:metadata_read,metadata_write", "app:metadata_read")]
    [InlineData("repositories/app/metadata/write", "repository:app:metadata_read,metadata_write", "app:metadata_write")]
    [InlineData("repositories/app/content/read repositories/app/content/write", "repository:app:*", "app:pull,push")]
    [InlineData("repositories/app/content/read", "repository:app2:pull", "")]
    [InlineData("repositories/app/content/read", "repository:app/sub:pull", "")]
    [InlineData("repositories/*/content/read", "repository:any/thing:pull", "any/thing:pull")]
    [InlineData("repositories/*/content/read", "registry:catalog:*", "")]
    [InlineData("repositories/samples/*/content/read", "repository:samples/a/b:pull", "samples/a/b:pull")]
    [InlineData("repositories/samples/*/content/read", "repository:samples:pull", "")]
    [InlineData("repositories/samples/*/content/read", "repository:samples2/a:pull", "")]
    [InlineData(
        "repositories/*/content/read repositories/app/content/write",
        "repository:app:pull,push repository:base:pull,push",
        "app:pull,push base:pull"
    )]
    public async Task What_is_granted_is_what_is_asked_for_and_allowed(string actions, string scope, string expected)
    {
        var list = string.Join(',', actions.Split(' ').Select(action => $"\"{action}\""));
        await Arm.Put("/scopeMaps/ci-map", $$$"""{"properties":{"actions":[{{{list}}}]}}""");

        var claims = Claims(await Registry.Bearer("builder", await Arm.Mint("builder", "ci-map"), scope));

        Granted(claims).ShouldBe(expected);
    }

    [Fact]
    public async Task Scopes_may_be_repeated_parameters()
    {
        var claims = Claims(await Registry.Bearer("builder", await Arm.Mint("builder"), "repository:app:pull,push", "repository:base:pull"));

        Granted(claims).ShouldBe("app:pull,push base:pull");
    }

    [Fact]
    public async Task Scope_map_of_the_moment_counts()
    {
        await Arm.Put("/scopeMaps/ci-map", """{"properties":{"actions":["repositories/app/content/read"]}}""");
        var password = await Arm.Mint("builder", "ci-map");
        await Arm.Patch("/scopeMaps/ci-map", """{"properties":{"actions":["repositories/app/content/write"]}}""");
        var patched = Claims(await Registry.Bearer("builder", password, "repository:app:pull,push"));
        await Arm.Delete("/scopeMaps/ci-map");
        var deleted = Claims(await Registry.Bearer("builder", password, "repository:app:pull,push"));

        Granted(patched).ShouldBe("app:push");
        Granted(deleted).ShouldBe("");
    }

    private static JsonNode Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;

    private static JsonNode Claims(string bearer) => Decode(bearer.Split('.')[1]);

    private static string Granted(JsonNode claims) =>
        string.Join(
            ' ',
            claims["access"]!
                .AsArray()
                .Select(scope => $"{scope!["name"]}:{string.Join(',', scope["actions"]!.AsArray().Select(action => (string?)action))}")
        );
}
