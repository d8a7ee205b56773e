using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AcrTokens.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Benchmarks.Simulation;

/// <summary>An emulator with budgets in simulated time, and its principals.</summary>
internal sealed class SimulatedSubscription : IAsyncDisposable
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan SignInHolds = TimeSpan.FromMinutes(10);

    private readonly AcrEmulator emulator;
    private readonly AcrEmulatorOptions options;
    private readonly HttpClient http;
    private readonly (AccessToken Token, DateTimeOffset SignedInOn)[] principals;

    private SimulatedSubscription(AcrEmulator emulator, AcrEmulatorOptions options, int principals)
    {
        this.emulator = emulator;
        this.options = options;
        this.principals = new (AccessToken, DateTimeOffset)[principals];
        Meter = new RequestMeter(emulator.CreateHandler());
        http = new HttpClient(Meter) { BaseAddress = emulator.ResourceManagerEndpoint };
    }

    public RequestMeter Meter { get; }

    public IReadOnlyList<EmulatorRegistry> Registries => emulator.Registries;

    public static async Task<SimulatedSubscription> StartAsync(BuildLoad load, TimeProvider clock)
    {
        var options = new AcrEmulatorOptions
        {
            TimeProvider = clock,
            Throttle = true,
            Latency = Latency,
            CreationDelay = load.Creation,
            Sku = load.Sku,
            FurtherRegistryNames = [.. Enumerable.Range(2, load.Registries - 1).Select(i => $"myregistry{i}")],
            SendRetryAfter = false,
            SignPollAddresses = false,
        };
        var subscription = new SimulatedSubscription(await AcrEmulator.StartInProcessAsync(options), options, load.Principals);
        await subscription.AddPrincipalsAsync();
        return subscription;
    }

    /// <summary>Creates a client as a build's own process does. Clients share only the simulated network.</summary>
    public AcrClient CreateClient(int principal) =>
        new(
            DelegatedTokenCredential.Create(
                (_, _) => throw new NotSupportedException(),
                (_, cancellationToken) => SignInAsync(principal, cancellationToken)
            ),
            new AcrClientOptions
            {
                Cloud = new AcrCloud(emulator.ResourceManagerEndpoint, "https://management.azure.com"),
                Transport = new HttpClientTransport(http),
                TimeProvider = options.TimeProvider,
            }
        );

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return emulator.DisposeAsync();
    }

    private static string IdOf(int principal) => string.Create(CultureInfo.InvariantCulture, $"55555555-0000-0000-0000-{principal:D12}");

    private async Task AddPrincipalsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "_emulator/state")
        {
            Content = JsonContent.Create(new { clients = principals.Select((_, i) => new { id = IdOf(i), secret = emulator.ClientSecret }) }),
        };
        request.Headers.Add("x-acr-emulator-key", emulator.ControlKey);
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    // Kept for the next builds, since sign-ins are not measured. It never expires for Azure.Core, which uses only the real clock.
    private async ValueTask<AccessToken> SignInAsync(int principal, CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow();
        if (now - principals[principal].SignedInOn > SignInHolds)
        {
            using var form = new FormUrlEncodedContent([
                new("grant_type", "client_credentials"),
                new("scope", "https://management.azure.com/.default"),
                new("client_id", IdOf(principal)),
                new("client_secret", emulator.ClientSecret),
            ]);
            using var answer = await http.PostAsync($"{options.TenantId}/oauth2/v2.0/token", form, cancellationToken);
            answer.EnsureSuccessStatusCode();
            var json = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            principals[principal] = (new AccessToken(json.GetProperty("access_token").GetString()!, DateTimeOffset.MaxValue), now);
        }

        return principals[principal].Token;
    }
}
