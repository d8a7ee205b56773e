using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public sealed class UpstreamRegistries : IAsyncLifetime
{
    private StubRegistry upstream = null!;
    private AcrEmulator emulator = null!;
    private RegistryClient registry = null!;
    private string bearer = "";

    private HttpClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        upstream = await StubRegistry.StartAsync();
        emulator = await AcrEmulator.StartAsync(new() { UpstreamRegistry = upstream.Address });
        Client = new HttpClient(emulator.CreateHandler());
        registry = new RegistryClient(emulator, Client);
        bearer = await registry.Bearer("builder", await new Arm(emulator, Client).Mint("builder"), "repository:samples/app:pull,push");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await emulator.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Request_is_passed_on_with_its_host_and_without_its_bearer()
    {
        var answer = await registry.Send(HttpMethod.Post, "/v2/samples/app/blobs/uploads/?mount=sha256%3A00", bearer, "layer");

        var (method, target, headers, length) = upstream.Seen.ShouldHaveSingleItem();
        (method, target, length).ShouldBe(("POST", "/v2/samples/app/blobs/uploads/?mount=sha256%3A00", 5));
        headers.Host.ToString().ShouldBe(emulator.LoginServer);
        headers["X-Forwarded-Proto"].ToString().ShouldBe("http");
        headers.ContentType.ToString().ShouldBe("application/octet-stream");
        headers.Authorization.ShouldBeEmpty();
        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        answer.Text.ShouldBe("from upstream");
        answer.Header("Location").ShouldBe($"http://{emulator.LoginServer}/v2/next");
        answer.Header("Docker-Upload-UUID").ShouldBe("1");
    }

    [Fact]
    public async Task Large_body_is_passed_on()
    {
        // Above Kestrel's default limit of 30,000,000 bytes.
        await registry.Send(HttpMethod.Patch, "/v2/samples/app/blobs/uploads/1", bearer, new string('x', 31_000_000));

        upstream.Seen.ShouldHaveSingleItem().Length.ShouldBe(31_000_000);
    }

    [Fact]
    public async Task What_is_not_allowed_is_never_passed_on()
    {
        (await registry.Get("/v2/samples/app/manifests/1.0")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await registry.Get("/v2/another/manifests/1.0", bearer)).ErrorCode.ShouldBe("DENIED");
        (await registry.Send(HttpMethod.Delete, "/v2/samples/app/manifests/1.0", bearer)).ErrorCode.ShouldBe("DENIED");

        upstream.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Registry_that_is_gone_is_told()
    {
        await upstream.DisposeAsync();

        var answer = await registry.Get("/v2/samples/app/manifests/1.0", bearer);

        answer.Status.ShouldBe(HttpStatusCode.BadGateway);
        answer.ErrorCode.ShouldBe("UPSTREAM_UNREACHABLE");
    }
}
