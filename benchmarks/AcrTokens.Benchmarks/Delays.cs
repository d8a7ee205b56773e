using System.Diagnostics;
using System.Globalization;
using AcrTokens.Benchmarks.Reports;
using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks;

/// <summary>Measures a mint with a realistic delay of network and service: 80 ms a request, in a warm process.</summary>
internal static class Delays
{
    private const int Rounds = 5;
    private const int Registries = 8;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan Creation = TimeSpan.FromSeconds(5);

    public static async Task<Section> MeasureAsync()
    {
        Case[] cases =
        [
            new("done at the first poll, Retry-After: 10", new AcrEmulatorOptions { SendRetryAfter = true }, 1),
            new("the same, 8 registries at once", new AcrEmulatorOptions { SendRetryAfter = true }, Registries),
            new("creation takes 5 s, no Retry-After", new AcrEmulatorOptions { CreationDelay = Creation, SendRetryAfter = false }, 1),
            new("creation takes 5 s, Retry-After: 10", new AcrEmulatorOptions { CreationDelay = Creation, SendRetryAfter = true }, 1),
            new(
                "creation takes 5 s, no Retry-After, 8 registries at once",
                new AcrEmulatorOptions { CreationDelay = Creation, SendRetryAfter = false },
                Registries
            ),
        ];
        foreach (var each in cases)
            await each.MeasureAsync();

        return new Section(
            $"Mint with 80 ms a request, {Rounds} rounds",
            ["", "mint ms", "requests a token"],
            [
                .. cases.Select(c =>
                    (IReadOnlyList<string>)[c.Name, Spread.Of(c.Milliseconds).Show("F0"), c.Requests.ToString(CultureInfo.InvariantCulture)]
                ),
            ],
            cases.ToDictionary(c => c.Name, c => new { c.Milliseconds, c.Requests })
        );
    }

    private sealed record Case(string Name, AcrEmulatorOptions Options, int Count)
    {
        public List<double> Milliseconds { get; } = [];

        public double Requests { get; private set; }

        public async Task MeasureAsync()
        {
            await using var emulator = await AcrEmulator.StartAsync(
                Options with
                {
                    Latency = Latency,
                    FurtherRegistryNames = [.. Enumerable.Range(2, Registries - 1).Select(i => $"myregistry{i}")],
                }
            );
            using var http = new HttpClient(emulator.CreateHandler());
            var client = Clients.Create(http, emulator.ResourceManagerEndpoint, emulator.AccessToken);

            // Warms up: compiles, and connects to each registry once.
            await Task.WhenAll(emulator.Registries.Select(registry => MintAsync(client, registry)));
            var before = emulator.Requests.Count;
            var registries = emulator.Registries.Take(Count).ToList();
            for (var round = 0; round < Rounds; round++)
            {
                var began = Stopwatch.GetTimestamp();
                await Task.WhenAll(registries.Select(registry => MintAsync(client, registry)));
                Milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            Requests = Math.Round((emulator.Requests.Count - before) / (double)(Rounds * Count), 1);
        }

        // The token is left to expire: only the mint is measured.
        private static Task<AcrTokenLease> MintAsync(AcrClient client, EmulatorRegistry registry) =>
            client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(registry.ResourceId).SetScopeMap("_repositories_push"));
    }
}
