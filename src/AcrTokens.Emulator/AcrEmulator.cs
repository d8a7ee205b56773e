using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AcrTokens.Emulator.Control;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.Registry;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace AcrTokens.Emulator;

/// <summary>
/// A local Azure Container Registry: the part of Resource Manager that handles tokens, scope maps and credentials, enough of
/// an authority to sign in, the token server, and an OCI registry. Nothing leaves the machine, and nothing outlives the instance.
/// </summary>
public sealed partial class AcrEmulator : IAsyncDisposable
{
    private readonly EmulatorState state;
    private readonly WebApplication app;
    private readonly Func<HttpMessageHandler> newHandler;

    private AcrEmulator(EmulatorState state, WebApplication app, Func<HttpMessageHandler> newHandler)
    {
        this.state = state;
        this.app = app;
        this.newHandler = newHandler;
    }

    /// <summary>
    /// The https address of Resource Manager, as in <c>https://localhost:44300/</c>. It is the authority's too: what Azure.Identity calls the
    /// authority host.
    /// </summary>
    public Uri ResourceManagerEndpoint => state.ResourceManager;

    /// <summary>The http address of the registry and its token server, as in <c>http://localhost:5000/</c>.</summary>
    public Uri RegistryEndpoint => state.Registries[0].Address.Endpoint;

    /// <summary>
    /// The https address of the same, as in <c>https://localhost:5500/</c>; <see langword="null"/> unless
    /// <see cref="AcrEmulatorOptions.RegistryHttpsPort"/> asks for it.
    /// </summary>
    public Uri? RegistryHttpsEndpoint => state.Registries[0].Address.HttpsEndpoint;

    /// <summary>The registry's login server, as in <c>localhost:5000</c>: that of the https address, where there is one.</summary>
    public string LoginServer => state.Registries[0].Address.LoginServer;

    /// <summary>All registries, the one that the other addresses name first.</summary>
    public IReadOnlyList<EmulatorRegistry> Registries => [.. state.Registries.Select(registry => registry.Address)];

    /// <summary>A bearer token that Resource Manager accepts, for clients that do not sign in. Random, and of use nowhere else.</summary>
    public string AccessToken => state.AccessToken;

    /// <summary>An application that may sign in: 44444444-5555-6666-7777-888888888888.</summary>
    public string ClientId => state.Principals.DefaultClientId;

    /// <summary>Its secret. Random, and of use nowhere else.</summary>
    public string ClientSecret => state.Principals.DefaultSecret;

    /// <summary>Opens the control API, in the header <c>x-acr-emulator-key</c>. Random.</summary>
    public string ControlKey => state.ControlKey;

    /// <summary>
    /// The certificate of the authority that signed the emulator's own, in PEM form, for a process that must trust the https addresses.
    /// </summary>
    public string CertificatePem => state.Certificate.AuthorityPem;

    /// <summary>
    /// A base image that is there from the start, as in <c>localhost:5000/dotnet/runtime:10.0</c>: linux/amd64, with one empty layer. Not behind
    /// <see cref="AcrEmulatorOptions.UpstreamRegistry"/>.
    /// </summary>
    public string BaseImage => $"{LoginServer}/{SeedImage.Repository}:{SeedImage.Tag}";

    /// <summary>What was asked, in the order it came in: the last 10,000 requests. A copy: later requests are not added to it.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => state.Requests.Snapshot();

    /// <summary>The tokens there are now, of each registry in the order they were made. A copy: later changes do not show in it.</summary>
    public IReadOnlyList<EmulatorToken> Tokens
    {
        get
        {
            var now = state.Clock.GetUtcNow();
            return
            [
                .. state.Registries.SelectMany(registry => registry.Tokens.All().Select(token => token.Look(registry.Identity.RegistryName, now))),
            ];
        }
    }

    /// <summary>What stands around the registry now. Takes effect with the next request.</summary>
    /// <exception cref="ArgumentException">It cannot be simulated. Nothing is changed.</exception>
    public EmulatorSimulations Simulations
    {
        get => state.Simulator.Current;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            state.Simulator.Current = value;
        }
    }

    /// <summary>The faults that have calls left to meet, in the order they were added. A copy.</summary>
    public IReadOnlyList<EmulatorFault> Faults => state.Faults.Pending();

    /// <summary>Starts an emulator that listens on loopback.</summary>
    /// <param name="options">What it pretends to be; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Gives up the start.</param>
    /// <returns>The running emulator; dispose it to stop.</returns>
    /// <exception cref="IOException">A port that the options name is in use, or their seed cannot be read.</exception>
    /// <exception cref="ArgumentException">The options say what cannot be.</exception>
    /// <exception cref="InvalidDataException">The options' seed is not valid.</exception>
    public static Task<AcrEmulator> StartAsync(AcrEmulatorOptions? options = null, CancellationToken ct = default) => StartAsync(options, null, ct);

    /// <param name="options">What it pretends to be.</param>
    /// <param name="observer">Sees every request before all else does; null for none.</param>
    /// <param name="ct">Gives up the start.</param>
    internal static async Task<AcrEmulator> StartAsync(
        AcrEmulatorOptions? options,
        Func<HttpContext, RequestDelegate, Task>? observer,
        CancellationToken ct
    )
    {
        var state = Prepare(options);
        // Making the key takes as long as all the rest, so the two go side by side.
        _ = Task.Run(() => state.Certificate, CancellationToken.None);
        var app = await StartAsync(prepared => EmulatorHost.OnLoopback(prepared, observer), state, ct).ConfigureAwait(false);
        return new AcrEmulator(state, app, () => NewSocketsHandler(state));
    }

    /// <summary>Starts an emulator that opens no port: only <see cref="CreateHandler"/> reaches it, by the same addresses.</summary>
    /// <param name="options">What it pretends to be; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Gives up the start.</param>
    /// <returns>The running emulator; dispose it to stop.</returns>
    /// <exception cref="IOException">The options' seed cannot be read.</exception>
    /// <exception cref="ArgumentException">The options say what cannot be.</exception>
    /// <exception cref="InvalidDataException">The options' seed is not valid.</exception>
    public static async Task<AcrEmulator> StartInProcessAsync(AcrEmulatorOptions? options = null, CancellationToken ct = default)
    {
        var state = Prepare(options);
        var app = await StartAsync(EmulatorHost.InProcess, state, ct).ConfigureAwait(false);
        return new AcrEmulator(state, app, app.GetTestServer().CreateHandler);
    }

    /// <summary>Makes something go wrong. What is added first goes first where two faults meet one call.</summary>
    /// <param name="fault">What, and when.</param>
    /// <exception cref="ArgumentException">The fault would do nothing, contradicts itself, or names no operation that there is.</exception>
    public void AddFault(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        state.Faults.Add(fault);
    }

    /// <summary>Waits until a request is held up.</summary>
    /// <param name="hold">A fault's <see cref="EmulatorFault.Hold"/>.</param>
    /// <param name="ct">Gives up the wait.</param>
    /// <returns>A task that ends as soon as there is, or was, such a request.</returns>
    public Task WaitForHoldAsync(string hold, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(hold);
        return state.Faults.Holds.WaitFor(hold, ct);
    }

    /// <summary>Lets go of the requests that are held up by this name, and of those that would be later.</summary>
    /// <param name="hold">A fault's <see cref="EmulatorFault.Hold"/>.</param>
    public void Release(string hold)
    {
        ArgumentException.ThrowIfNullOrEmpty(hold);
        state.Faults.Holds.Release(hold);
    }

    /// <summary>Forgets all faults, and lets go of what they hold.</summary>
    public void ClearFaults() => state.Faults.Clear();

    /// <summary>Moves the emulator's clock: passwords and sign-ins expire, new tokens become active, buckets fill, without a wait.</summary>
    /// <param name="by">How far; negative to move it back.</param>
    /// <exception cref="ArgumentException">The clock would show a date before 1970 or after 9998. It is not moved.</exception>
    public void AdvanceClock(TimeSpan by) => state.Clock.Move(by);

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
        // Disposing alone would hold its thread while connections end.
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        state.Dispose();
    }

    private static EmulatorState Prepare(AcrEmulatorOptions? options)
    {
        options ??= new AcrEmulatorOptions();
        OptionsCheck.Check(options);
        var state = new EmulatorState(options);
        // Right in process, and on loopback wherever the options name the ports: who asks before the start has ended finds an address.
        RegistryPorts.AssignFromOptions(state);
        if (options.SeedFile is not null)
        {
            Seeds.AddFileTo(state, options.SeedFile);
        }

        return state;
    }

    private static async Task<WebApplication> StartAsync(Func<EmulatorState, WebApplication> build, EmulatorState state, CancellationToken ct)
    {
        var app = build(state);
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

    private static SocketsHttpHandler NewSocketsHandler(EmulatorState state) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown is X509Certificate2 certificate
                    && certificate.RawDataMemory.Span.SequenceEqual(state.Certificate.Certificate.RawDataMemory.Span),
            },
        };
}
