using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The .NET SDK as a client: what it can push with a lease, and what it cannot.</summary>
[Collection(OneAtATime.Name)]
public sealed class DotNetPublish : IAsyncLifetime
{
    private const string Digest = "-getProperty:GeneratedContainerDigest";

    private Loopback loopback = null!;

    public async Task InitializeAsync() => loopback = await Loopback.StartAsync();

    public async Task DisposeAsync() => await loopback.DisposeAsync();

    [Fact]
    public async Task Image_can_be_pulled_back_with_its_digests_intact()
    {
        await using var push = await MintPushAsync();
        var published = await PublishAsync(push);
        published.ExitCode.ShouldBe(0, published.Output);
        var digest = published.Output.Trim();

        await using var pull = await loopback.MintAsync(s => s.AddRepository("samples/hello", AcrPermission.Pull));
        using var registry = await LogInAsync(pull, "repository:samples/hello:pull");
        var manifest = await PullAsync(registry, "manifests/1.0");

        DigestOf(manifest).ShouldBe(digest);
        var json = JsonNode.Parse(manifest)!;
        var blobs = json["layers"]!.AsArray().Append(json["config"]).ToList();
        blobs.Count.ShouldBeGreaterThan(2, "the base image's layer, the program's, and the config");
        foreach (var blob in blobs)
        {
            var expected = (string)blob!["digest"]!;
            DigestOf(await PullAsync(registry, $"blobs/{expected}")).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Failing_leaves_no_enabled_token()
    {
        await using (var push = await MintPushAsync())
        {
            var published = await PublishAsync(push, tag: "not/a/tag");

            published.ExitCode.ShouldNotBe(0);
            published.Output.ShouldContain("Invalid ContainerImageTag");
            loopback.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeTrue();
        }

        loopback.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cannot_push_elsewhere_than_the_token_may()
    {
        await using var push = await loopback.MintAsync(s =>
            s.AddRepository("samples/other", AcrPermission.Push).AddRepository("dotnet/runtime", AcrPermission.Pull)
        );

        var published = await PublishAsync(push);

        published.ExitCode.ShouldNotBe(0);
        published.Output.ShouldContain("Unable to access the repository 'samples/hello'");
    }

    [Theory]
    [InlineData(CredentialKind.Wrong)]
    [InlineData(CredentialKind.Disabled)]
    [InlineData(CredentialKind.Expired)]
    public async Task Cannot_push_with_a_token_that_cannot_log_in(CredentialKind kind)
    {
        using var credential = await Credential.MakeAsync(loopback, kind, "samples/hello");

        var published = await PublishAsync(credential.Directory);

        published.ExitCode.ShouldNotBe(0);
        published.Output.ShouldContain("Unable to access the repository 'dotnet/runtime'");
        published.Output.ShouldNotContain(credential.Password);
    }

    [Fact]
    public async Task Can_push_with_the_variables_of_one_process()
    {
        await using var push = await MintPushAsync();

        var published = await PublishAsync("no-docker-config", variables: push.RevealContainerVariables());

        published.ExitCode.ShouldBe(0, published.Output);
    }

    [Fact]
    public async Task Cannot_push_after_the_revoke()
    {
        var push = await MintPushAsync();
        using var stolen = AcrDockerConfigCopy.Of(await push.GetDockerConfigAsync());
        await push.RevokeAsync();

        var published = await PublishAsync(stolen.Directory);

        published.ExitCode.ShouldNotBe(0);
        published.Output.ShouldContain("Unable to access the repository 'dotnet/runtime'");
        (await push.CanLogInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Shows_the_password_nowhere_not_even_when_it_tells_all()
    {
        await using var push = await MintPushAsync();
        var password = push.Password.Reveal();

        var published = await PublishAsync(push, "-v:diagnostic");

        published.Output.ShouldContain("samples/hello");
        published.Output.Contains(password, StringComparison.Ordinal).ShouldBeFalse("the output has the password");
        var login = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{push.Name}:{password}"));
        published.Output.Contains(login, StringComparison.Ordinal).ShouldBeFalse("the output has the login");
    }

    private Task<AcrTokenLease> MintPushAsync() =>
        loopback.MintAsync(s => s.AddRepository("samples/hello", AcrPermission.Push).AddRepository("dotnet/runtime", AcrPermission.Pull));

    private async Task<ChildProcess> PublishAsync(AcrTokenLease lease, string show = Digest, string tag = "1.0") =>
        await PublishAsync((await lease.GetDockerConfigAsync()).Directory, show, tag);

    private Task<ChildProcess> PublishAsync(
        string dockerConfig,
        string show = Digest,
        string tag = "1.0",
        IReadOnlyDictionary<string, string>? variables = null
    ) =>
        ChildProcess.RunAsync(
            "dotnet",
            [
                "publish",
                Repository.SampleProject,
                "-t:PublishContainer",
                "--nologo",
                show,
                $"-p:ContainerRegistry={loopback.Emulator.LoginServer}",
                $"-p:ContainerImageTag={tag}",
                $"-p:ContainerBaseImage={loopback.Emulator.BaseImage}",
            ],
            new Dictionary<string, string?>(
                (variables ?? new Dictionary<string, string>()).Select(v => KeyValuePair.Create<string, string?>(v.Key, v.Value))
            )
            {
                ["DOCKER_CONFIG"] = dockerConfig,
            }
        );

    private async Task<HttpClient> LogInAsync(AcrTokenLease lease, string scope)
    {
        var registry = new HttpClient(loopback.Emulator.CreateHandler()) { BaseAddress = new Uri(loopback.Emulator.RegistryEndpoint, "/") };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"oauth2/token?service={loopback.Emulator.LoginServer}&scope={scope}");
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{lease.Name}:{lease.Password.Reveal()}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        using var response = await registry.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var accessToken = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!;
        registry.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        registry.DefaultRequestHeaders.Accept.ParseAdd(
            "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json, */*"
        );
        return registry;
    }

    private static Task<byte[]> PullAsync(HttpClient registry, string path) => registry.GetByteArrayAsync($"v2/samples/hello/{path}");

    private static string DigestOf(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
