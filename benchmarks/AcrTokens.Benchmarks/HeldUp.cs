using System.Diagnostics;
using System.Globalization;
using AcrTokens.Benchmarks.Reports;
using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks;

/// <summary>
/// Measures how long a build is held up by its token: 80 ms a request, a creation of 5 s, 6 s of other work before the push and 1 s after it, in
/// a warm process.
/// </summary>
internal static class HeldUp
{
    private const int Rounds = 5;

    private static readonly TimeSpan WorkBefore = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan WorkAfter = TimeSpan.FromSeconds(1);

    public static async Task<Section> MeasureAsync()
    {
        await using var emulator = await AcrEmulator.StartAsync(
            new AcrEmulatorOptions
            {
                Latency = TimeSpan.FromMilliseconds(80),
                CreationDelay = TimeSpan.FromSeconds(5),
                SendRetryAfter = false,
            }
        );
        using var http = new HttpClient(emulator.CreateHandler());
        var client = Clients.Create(http, emulator.ResourceManagerEndpoint, emulator.AccessToken);
        var settings = new AcrTokenMintSettings().SetRegistryName(emulator.Registries[0].ResourceId).SetScopeMap("_repositories_push");

        var inOneGo = new Way("minted after the work, revoked before the rest");
        var ahead = new Way("prepared before the work, revoked in the background");
        await RunAsync(new Way("warms up"), ahead: true);
        for (var round = 0; round < Rounds; round++)
        {
            await RunAsync(inOneGo, ahead: false);
            await RunAsync(ahead, ahead: true);
        }

        Way[] ways = [inOneGo, ahead];
        return new Section(
            $"How long the build is held up, {Rounds} rounds",
            ["", "by the mint, ms", "by the revocation, ms", "mint : in one go", "revocation : in one go", "requests"],
            [.. ways.Select(way => way.Row(inOneGo))],
            ways.ToDictionary(
                way => way.Name,
                way => new
                {
                    way.Mint,
                    way.Revocation,
                    way.Requests,
                }
            )
        );

        async Task RunAsync(Way way, bool ahead)
        {
            var before = emulator.Requests.Count;
            using var prepared = ahead ? await way.TimeAsync(0, () => client.PrepareTokenAsync(settings)) : null;
            await Task.Delay(WorkBefore);
            await using var lease = await way.TimeAsync(0, () => prepared?.MintAsync() ?? client.MintTokenAsync(settings));
            if (ahead)
                way.Time(1, lease.BeginRevoke);
            else
                way.Time(1, lease.Revoke);
            await Task.Delay(WorkAfter);
            way.Time(1, lease.Dispose); // as the end of the build does
            way.EndRound(emulator.Requests.Count - before);
        }
    }

    private sealed record Way(string Name)
    {
        private readonly double[] heldUp = new double[2];

        public List<double> Mint { get; } = [];

        public List<double> Revocation { get; } = [];

        public int Requests { get; private set; }

        public async Task<T> TimeAsync<T>(int what, Func<Task<T>> part)
        {
            var began = Stopwatch.GetTimestamp();
            var result = await part();
            heldUp[what] += Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            return result;
        }

        public void Time(int what, Action part)
        {
            var began = Stopwatch.GetTimestamp();
            part();
            heldUp[what] += Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        public void EndRound(int requests)
        {
            Mint.Add(heldUp[0]);
            Revocation.Add(heldUp[1]);
            Array.Clear(heldUp);
            Requests = requests;
        }

        public IReadOnlyList<string> Row(Way other) =>
            [
                Name,
                Spread.Of(Mint).Show("F1"),
                Spread.Of(Revocation).Show("F1"),
                Spread.Of(Mint.Zip(other.Mint, (mine, theirs) => mine / theirs)).Show("F3"),
                Spread.Of(Revocation.Zip(other.Revocation, (mine, theirs) => mine / theirs)).Show("F3"),
                Requests.ToString(CultureInfo.InvariantCulture),
            ];
    }
}
