using System.Net;
using System.Net.NetworkInformation;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Transport : IAsyncLifetime
{
    private AcrEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await AcrEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [Fact]
    public async Task Resource_manager_is_https_and_the_registry_is_http()
    {
        using var client = new HttpClient(emulator.CreateHandler());

        var registry = await new Arm(emulator, client).Get("");
        var login = await new RegistryClient(emulator, client).Get("/v2/");

        emulator.ResourceManagerEndpoint.Scheme.ShouldBe("https");
        emulator.RegistryEndpoint.Scheme.ShouldBe("http");
        registry.Status.ShouldBe(HttpStatusCode.OK);
        ((string?)registry.Properties["loginServer"]).ShouldBe(emulator.LoginServer);
        login.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void Only_loopback_listens()
    {
        int[] ports = [emulator.ResourceManagerEndpoint.Port, emulator.RegistryEndpoint.Port];

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).ToList();

        // On both addresses of localhost, if there are two.
        listeners.Count.ShouldBe(Socket.OSSupportsIPv6 ? 4 : 2);
        listeners.ShouldAllBe(listener => IPAddress.IsLoopback(listener.Address));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Certificate_names_every_address_that_is_listened_on(string host)
    {
        if (host == "[::1]" && !Socket.OSSupportsIPv6)
        {
            return;
        }

        using var authority = X509Certificate2.CreateFromPem(emulator.CertificatePem);
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        using var client = new HttpClient(handler);

        var answer = await client.GetAsync(new Uri($"https://{host}:{emulator.ResourceManagerEndpoint.Port}/subscriptions"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Handler_refuses_the_certificate_of_another_emulator()
    {
        await using var other = await AcrEmulator.StartAsync();
        using var client = new HttpClient(emulator.CreateHandler());

        var refusal = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(other.ResourceManagerEndpoint));

        refusal.HttpRequestError.ShouldBe(HttpRequestError.SecureConnectionError);
        refusal.InnerException.ShouldBeOfType<AuthenticationException>();
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_that_trusts_the_exported_certificate_verifies_name_and_dates()
    {
        using var trusted = X509Certificate2.CreateFromPem(emulator.CertificatePem);
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { trusted },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        using var client = new HttpClient(handler);

        (await new Arm(emulator, client).Get("")).Status.ShouldBe(HttpStatusCode.OK);
        trusted.HasPrivateKey.ShouldBeFalse();
    }

    [Fact]
    public async Task Ordinary_client_does_not_trust_it()
    {
        using var client = new HttpClient();

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(emulator.ResourceManagerEndpoint));
    }

    [Fact]
    public async Task Large_blob_is_taken()
    {
        using var client = new HttpClient(emulator.CreateHandler());
        var registry = new RegistryClient(emulator, client);
        var password = await new Arm(emulator, client).Mint("builder");
        var bearer = await registry.Bearer("builder", password, "repository:samples/app:pull,push");
        // Above Kestrel's default limit of 30,000,000 bytes.
        var layer = new string('x', 31_000_000);

        var put = await registry.Send(HttpMethod.Post, $"/v2/samples/app/blobs/uploads/?digest={RegistryClient.DigestOf(layer)}", bearer, layer);

        put.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Stopped_emulator_is_out_of_reach()
    {
        var stopped = await AcrEmulator.StartAsync();
        using var client = new HttpClient(stopped.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(stopped.RegistryEndpoint, "/v2/"));
        request.Headers.Connection.Add("close");
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await stopped.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri(stopped.RegistryEndpoint, "/v2/")));
    }

    [Fact]
    public async Task Ports_can_be_chosen_and_one_in_use_is_an_error()
    {
        var options = new AcrEmulatorOptions { RegistryPort = emulator.RegistryEndpoint.Port };

        await Should.ThrowAsync<IOException>(() => AcrEmulator.StartAsync(options));
    }

    [Fact]
    public void Handler_follows_no_redirect_and_keeps_no_cookie()
    {
        using var handler = emulator.CreateHandler();

        var sockets = handler.ShouldBeOfType<SocketsHttpHandler>();
        sockets.AllowAutoRedirect.ShouldBeFalse();
        sockets.UseCookies.ShouldBeFalse();
        sockets.UseProxy.ShouldBeFalse();
    }
}
