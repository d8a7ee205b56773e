using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

/// <summary>What a lease's configuration takes over from the user's own, by choice.</summary>
public sealed class CarriedDockerConfigs : IDisposable
{
    private const string LoginServer = "contoso.azurecr.io";

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Hold_other_registries_and_helpers_but_not_those_of_the_leases_own()
    {
        var carried = Carry($$"""{ "auths": { "ghcr.io": { "auth": "b3RoZXI=" }, "{{LoginServer}}": { "auth": "b2xk" } }, "credHelpers": { "gcr.io": "gcloud", "{{LoginServer}}": "acr-env" }, "psFormat": "x" }""");

        carried.ShouldBe("""{"auths":{"ghcr.io":{"auth":"b3RoZXI="}},"credHelpers":{"gcr.io":"gcloud"}}""");
    }

    [Fact]
    public void Turn_a_store_into_the_helper_of_the_registries_that_it_holds()
    {
        // Kept as a store, it would be asked for the lease's registry as well, and hide its credentials.
        var carried = Carry("""{ "auths": { "https://index.docker.io/v1/": {}, "ghcr.io": {} }, "credHelpers": { "ghcr.io": "own" }, "credsStore": "desktop" }""");

        carried.ShouldBe("""{"auths":{"https://index.docker.io/v1/":{},"ghcr.io":{}},"credHelpers":{"ghcr.io":"own","https://index.docker.io/v1/":"desktop"}}""");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    public void Are_empty_where_the_user_has_none(string json) => Carry(json).ShouldBe("""{"auths":{},"credHelpers":{}}""");

    [Fact]
    public void Are_empty_where_there_is_no_file()
    {
        File.Delete(file);

        CarriedDockerConfig.ReadWithout(LoginServer, file)["auths"]!.AsObject().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "auths": { "ghcr.io": { "auth": "b3RoZXI= """)]
    [InlineData("""{ "auths": "b3RoZXI=" }""")]
    public void Say_what_is_wrong_without_quoting_it(string json)
    {
        var failure = Should.Throw<AcrException>(() => Carry(json));

        failure.Message.ShouldStartWith($"Could not carry over the docker configuration {file}");
        failure.ToString().ShouldNotContain("b3RoZXI");
    }

    [Fact]
    public void Keep_the_leases_own_credentials_beside_them()
    {
        File.WriteAllText(file, """{ "auths": { "ghcr.io": { "auth": "b3RoZXI=" } } }""");

        using var config = AcrDockerConfig.Create(LoginServer, "a-token", new AcrSecret(Substitutes.Password), CarriedDockerConfig.ReadWithout(LoginServer, file));

        JsonNode.Parse(File.ReadAllText(config.ConfigFile))!["auths"]!.AsObject().Select(a => a.Key).ShouldBe(["ghcr.io", LoginServer]);
    }

    private string Carry(string json)
    {
        File.WriteAllText(file, json);
        return CarriedDockerConfig.ReadWithout(LoginServer, file).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
