using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.Registry;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace AcrTokens.Emulator;

/// <summary>
/// A local Azure Container Registry: the part of Resource Manager that handles tokens, scope maps and credentials, the
/// token server, and an OCI registry. Nothing leaves the machine, and nothing outlives the instance.
/// </summary>
public sealed class AcrEmulator : IAsyncDisposable
{
    private readonly EmulatorState state;
    private readonly WebApplication app;
    private readonly Func<HttpMessageHandler> newHandler;

    private AcrEmulator(EmulatorState state, WebApplication app, Uri resourceManager, Uri registry, Func<HttpMessageHandler> newHandler)
    {
        this.state = state;
        this.app = app;
        this.newHandler = newHandler;
        ResourceManagerEndpoint = resourceManager;
        RegistryEndpoint = registry;
        state.LoginServer = registry.Authority;
    }

    /// <summary>The https address of Resource Manager, as in <c>https://localhost:44300/</c>.</summary>
    public Uri ResourceManagerEndpoint { get; }

    /// <summary>The http address of the registry and its token server, as in <c>http://localhost:5000/</c>.</summary>
    public Uri RegistryEndpoint { get; }

    /// <summary>The registry's login server, as in <c>localhost:5000</c>.</summary>
    public string LoginServer => state.LoginServer;

    /// <summary>The only bearer token that Resource Manager accepts. Random, and of use nowhere else.</summary>
    public string AccessToken => state.AccessToken;

    /// <summary>The public half of the certificate that the https address shows, in PEM form, for a process that must trust it.</summary>
    public string CertificatePem => state.Certificate.Certificate.ExportCertificatePem();

    /// <summary>A base image that is there from the start, as in <c>localhost:5000/dotnet/runtime:10.0</c>: linux/amd64, with one empty layer.</summary>
    public string BaseImage => $"{LoginServer}/{SeedImage.Repository}:{SeedImage.Tag}";

    /// <summary>What was asked so far, in the order it came in. A copy: later requests are not added to it.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => state.Requests.Snapshot();

    /// <summary>The tokens there are now, in the order they were made. A copy: later changes do not show in it.</summary>
    public IReadOnlyList<EmulatorToken> Tokens
    {
        get
        {
            var now = state.Clock.GetUtcNow();
            return [.. state.Tokens.All().Select(token => token.Look(now))];
        }
    }

    /// <summary>Starts an emulator that listens on loopback.</summary>
    /// <param name="options">What it pretends to be; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Gives up the start.</param>
    /// <returns>The running emulator; dispose it to stop.</returns>
    /// <exception cref="IOException">A port that the options name is in use.</exception>
    public static async Task<AcrEmulator> StartAsync(AcrEmulatorOptions? options = null, CancellationToken ct = default)
    {
        var state = new EmulatorState(options ?? new AcrEmulatorOptions());
        var app = await StartAsync(EmulatorHost.OnLoopback(state), state, ct).ConfigureAwait(false);
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => new Uri(address))
            .ToLookup(address => address.Scheme, address => new UriBuilder(address.Scheme, "localhost", address.Port).Uri);
        return new AcrEmulator(state, app, addresses[Uri.UriSchemeHttps].Single(), addresses[Uri.UriSchemeHttp].Single(), () => NewSocketsHandler(state));
    }

    /// <summary>Starts an emulator that opens no port: only <see cref="CreateHandler"/> reaches it, by the same addresses.</summary>
    /// <param name="options">What it pretends to be; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Gives up the start.</param>
    /// <returns>The running emulator; dispose it to stop.</returns>
    public static async Task<AcrEmulator> StartInProcessAsync(AcrEmulatorOptions? options = null, CancellationToken ct = default)
    {
        var state = new EmulatorState(options ?? new AcrEmulatorOptions());
        var app = await StartAsync(EmulatorHost.InProcess(state), state, ct).ConfigureAwait(false);
        return new AcrEmulator(
            state,
            app,
            new UriBuilder(Uri.UriSchemeHttps, "localhost", PortOr(state.Options.ResourceManagerPort, 44300)).Uri,
            new UriBuilder(Uri.UriSchemeHttp, "localhost", PortOr(state.Options.RegistryPort, 5000)).Uri,
            app.GetTestServer().CreateHandler);

        static int PortOr(int port, int fallback) => port == 0 ? fallback : port;
    }

    /// <summary>
    /// A handler that reaches both surfaces. It follows no redirect, keeps no cookie, uses no proxy, and trusts the
    /// emulator's own certificate and no other.
    /// </summary>
    /// <returns>A new handler, which the caller owns.</returns>
    public HttpMessageHandler CreateHandler() => newHandler();

    /// <summary>Stops listening and forgets everything.</summary>
    /// <returns>A task that ends when all is stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync().ConfigureAwait(false);
        state.Dispose();
    }

    private static async Task<WebApplication> StartAsync(WebApplication app, EmulatorState state, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct).ConfigureAwait(false);
            return app;
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            state.Dispose();
            throw;
        }
    }

    private static SocketsHttpHandler NewSocketsHandler(EmulatorState state) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is X509Certificate2 certificate && certificate.RawDataMemory.Span.SequenceEqual(state.Certificate.Certificate.RawDataMemory.Span),
        },
    };
}
