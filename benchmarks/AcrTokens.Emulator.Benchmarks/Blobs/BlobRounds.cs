using System.Diagnostics;

namespace AcrTokens.Emulator.Benchmarks.Blobs;

/// <summary>Pushes and pulls layers on the emulator and on CNCF distribution in turn, each in a new process for each measure.</summary>
internal static class BlobRounds
{
    private const long Mebibyte = 1024 * 1024;

    public static async Task MeasureAsync(int rounds, long mebibytes)
    {
        var large = new Layer(mebibytes * Mebibyte);
        var small = Enumerable.Range(0, 1000).Select(_ => new Layer(64 * 1024)).ToList();
        await CompareAsync(rounds, $"{mebibytes} MiB in one PUT", large.Length, client => client.PushAsync(large), client => client.PullAsync(large));
        await CompareAsync(
            rounds,
            $"{mebibytes} MiB in chunks of 16 MiB",
            large.Length,
            client => client.PushAsync(large, 16 * Mebibyte),
            client => client.PullAsync(large)
        );
        await CompareAsync(
            rounds,
            "1,000 blobs of 64 KiB",
            small.Sum(layer => layer.Length),
            client => EachAsync(small, client.PushAsync),
            client => EachAsync(small, client.PullAsync)
        );
        await SkopeoAsync(rounds, mebibytes, large);
    }

    private static Task CompareAsync(int rounds, string what, long bytes, Func<BlobClient, Task> push, Func<BlobClient, Task> pull) =>
        ReportAsync(rounds, what, bytes, (registry, _) => push(registry.Client), (registry, _) => pull(registry.Client));

    private static async Task SkopeoAsync(int rounds, long mebibytes, Layer layer)
    {
        using var image = await SkopeoImage.CreateAsync(layer);
        await ReportAsync(
            rounds,
            $"{mebibytes} MiB by skopeo",
            layer.Length,
            (registry, round) => image.PushAsync(registry, $"r{round}"),
            (registry, round) => image.PullAsync(registry, $"r{round}")
        );
    }

    /// <summary>Reports each registry's best push and pull, and the largest peak of memory. The best is the least disturbed.</summary>
    private static async Task ReportAsync(
        int rounds,
        string what,
        long bytes,
        Func<RegistryProcess, int, Task> push,
        Func<RegistryProcess, int, Task> pull
    )
    {
        Dictionary<string, (double Push, double Pull, double Peak)> best = [];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var start in new[] { RegistryProcess.EmulatorAsync, RegistryProcess.DistributionAsync })
            {
                await using var registry = await start();
                var pushed = await SecondsAsync(() => push(registry, round));
                var pulled = await SecondsAsync(() => pull(registry, round));
                var before = best.GetValueOrDefault(registry.Name, (double.MaxValue, double.MaxValue, 0));
                best[registry.Name] = (Math.Min(before.Push, pushed), Math.Min(before.Pull, pulled), Math.Max(before.Peak, registry.PeakMebibytes));
            }
        }

        foreach (var (name, (pushed, pulled, peak)) in best)
        {
            Console.WriteLine(
                $"{what}, {name}: push {pushed:F2} s ({bytes / pushed / Mebibyte:F0} MiB/s), pull {pulled:F2} s ({bytes / pulled / Mebibyte:F0} MiB/s), peak {peak:F0} MiB"
            );
        }
    }

    private static async Task EachAsync(IEnumerable<Layer> layers, Func<Layer, Task> act)
    {
        foreach (var layer in layers)
        {
            await act(layer);
        }
    }

    private static async Task<double> SecondsAsync(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
