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
    private readonly bool listens;

    private AcrEmulator(EmulatorState state, WebApplication app, Func<HttpMessageHandler> newHandler, bool listens)
    {
        this.listens = listens;
        this.state = state;
        this.app = app;
        this.newHandler = newHandler;
    }

    /// <summary>
    /// The https address of Resource Manager, as in <c>https://localhost:44300/</c>. The authority has the same address: Azure.Identity calls it
    /// the authority host.
    /// </summary>
    public Uri ResourceManagerEndpoint => state.ResourceManager;

    /// <summary>The http address of the registry and its token server, as in <c>http://localhost:5000/</c>.</summary>
    public Uri RegistryEndpoint => state.Registries[0].Address.Endpoint;

    /// <summary>
    /// The https address of the registry and its token server, as in <c>https://localhost:5500/</c>; <see langword="null"/> unless
    /// <see cref="AcrEmulatorOptions.RegistryHttpsPort"/> is set.
    /// </summary>
    public Uri? RegistryHttpsEndpoint => state.Registries[0].Address.HttpsEndpoint;

    /// <summary>The registry's login server, as in <c>localhost:5000</c>. Taken from the https address if there is one.</summary>
    public string LoginServer => state.Registries[0].Address.LoginServer;

    /// <summary>All registries. The first is the one that the other addresses name.</summary>
    public IReadOnlyList<EmulatorRegistry> Registries => [.. state.Registries.Select(registry => registry.Address)];

    /// <summary>A bearer token that Resource Manager accepts, for clients that do not sign in. Random, and useless anywhere else.</summary>
    public string AccessToken => state.AccessToken;

    /// <summary>The id of an application that may sign in: 44444444-5555-6666-7777-888888888888.</summary>
    public string ClientId => state.Principals.DefaultClientId;

    /// <summary>The secret of <see cref="ClientId"/>. Random, and useless anywhere else.</summary>
    public string ClientSecret => state.Principals.DefaultSecret;

    /// <summary>The key of the control API, sent in the header <c>x-acr-emulator-key</c>. Random.</summary>
    public string ControlKey => state.ControlKey;

    /// <summary>
    /// The certificate of the authority that signed the emulator's own certificate, in PEM form. A process that uses the https addresses
    /// must trust it.
    /// </summary>
    public string CertificatePem => state.Certificate.AuthorityPem;

    /// <summary>
    /// A base image that exists from the start, as in <c>localhost:5000/dotnet/runtime:10.0</c>: linux/amd64, with one empty layer. It does not
    /// exist with <see cref="AcrEmulatorOptions.UpstreamRegistry"/>.
    /// </summary>
    public string BaseImage => $"{LoginServer}/{SeedImage.Repository}:{SeedImage.Tag}";

    /// <summary>
    /// The page that shows tokens and requests as they come and go, for a browser on this machine. Its fragment is <see cref="ControlKey"/>.
    /// <see langword="null"/> in process, where there is no port, and without <see cref="AcrEmulatorOptions.EnableControlApi"/>.
    /// </summary>
    public Uri? LivePage => listens && state.Options.EnableControlApi ? new Uri(RegistryEndpoint, $"{Live.LivePage.Path}#{state.ControlKey}") : null;

    /// <summary>The last 10,000 requests, in order of arrival. A copy: later requests are not added to it.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => state.Requests.Snapshot();

    /// <summary>The tokens that exist now, by registry, in order of creation. A copy: later changes do not show in it.</summary>
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

    /// <summary>The conditions simulated around the registry. A change takes effect with the next request.</summary>
    /// <exception cref="ArgumentException">The value cannot be simulated. Nothing is changed.</exception>
    public EmulatorSimulations Simulations
    {
        get => state.Simulator.Current;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            state.Simulator.Current = value;
        }
    }

    /// <summary>The faults that still have calls to hit, in the order they were added. A copy.</summary>
    public IReadOnlyList<EmulatorFault> Faults => state.Faults.Pending();

    /// <summary>Starts an emulator that listens on loopback.</summary>
    /// <param name="options">The emulator's options; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The running emulator; dispose it to stop.</returns>
    /// <exception cref="IOException">A port in the options is in use, or the seed file cannot be read.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="InvalidDataException">The seed file is not valid.</exception>
    public static Task<AcrEmulator> StartAsync(AcrEmulatorOptions? options = null, CancellationToken ct = default) => StartAsync(options, null, ct);

    /// <param name="options">The emulator's options.</param>
    /// <param name="observer">Sees every request first; null for none.</param>
    /// <param name="ct">Cancels the start.</param>
    internal static async Task<AcrEmulator> StartAsync(
        AcrEmulatorOptions? options,
        Func<HttpContext, RequestDelegate, Task>? observer,
        CancellationToken ct
    )
    {
        var state = Prepare(options);
        // Creating the key takes as long as the rest of the start, so both run in parallel.
        _ = Task.Run(() => state.Certificate, CancellationToken.None);
        var app = await StartAsync(prepared => EmulatorHost.OnLoopback(prepared, observer), state, ct).ConfigureAwait(false);
        return new AcrEmulator(state, app, () => NewSocketsHandler(state), listens: true);
    }

    /// <summary>Starts an emulator that opens no port. Only <see cref="CreateHandler"/> reaches it, under the same addresses.</summary>
    /// <param name="options">The emulator's options; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The running emulator; dispose it to stop.</returns>
    /// <exception cref="IOException">The seed file cannot be read.</exception>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    /// <exception cref="InvalidDataException">The seed file is not valid.</exception>
    public static async Task<AcrEmulator> StartInProcessAsync(AcrEmulatorOptions? options = null, CancellationToken ct = default)
    {
        var state = Prepare(options);
        var app = await StartAsync(EmulatorHost.InProcess, state, ct).ConfigureAwait(false);
        return new AcrEmulator(state, app, app.GetTestServer().CreateHandler, listens: false);
    }

    /// <summary>Adds a fault. If two faults match the same call, the one added first is used.</summary>
    /// <param name="fault">What goes wrong, and when.</param>
    /// <exception cref="ArgumentException">The fault would do nothing, contradicts itself, or names an unknown operation.</exception>
    public void AddFault(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        state.Faults.Add(fault);
    }

    /// <summary>Waits until a request is held.</summary>
    /// <param name="hold">A fault's <see cref="EmulatorFault.Hold"/>.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <returns>A task that completes as soon as such a request is held, or if one was held before.</returns>
    public Task WaitForHoldAsync(string hold, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(hold);
        return state.Faults.Holds.WaitFor(hold, ct);
    }

    /// <summary>Releases the requests that are held under this name. Later ones are not held any more.</summary>
    /// <param name="hold">A fault's <see cref="EmulatorFault.Hold"/>.</param>
    public void Release(string hold)
    {
        ArgumentException.ThrowIfNullOrEmpty(hold);
        state.Faults.Holds.Release(hold);
    }

    /// <summary>Removes all faults, and releases the requests that they hold.</summary>
    public void ClearFaults() => state.Faults.Clear();

    /// <summary>Moves the emulator's clock. Passwords and sign-ins expire, new tokens become active and buckets refill without a wait.</summary>
    /// <param name="by">How far to move the clock; negative to move it back.</param>
    /// <exception cref="ArgumentException">The clock would show a date before 1970 or after 9998. The clock is not moved.</exception>
    public void AdvanceClock(TimeSpan by) => state.Clock.Move(by);

    /// <summary>
    /// Creates a handler that reaches Resource Manager and the registry. It follows no redirects, keeps no cookies, uses no proxy, and trusts
    /// only the emulator's own certificate.
    /// </summary>
    /// <returns>A new handler, owned by the caller.</returns>
    public HttpMessageHandler CreateHandler() => newHandler();

    /// <summary>Stops listening, and discards all state.</summary>
    /// <returns>A task that completes when everything has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        // Disposing alone would block its thread while connections close.
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        state.Dispose();
    }

    private static EmulatorState Prepare(AcrEmulatorOptions? options)
    {
        options ??= new AcrEmulatorOptions();
        OptionsCheck.Check(options);
        var state = new EmulatorState(options);
        // Correct in process, and on loopback wherever the options name the ports. Callers before the end of the start find an address.
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
