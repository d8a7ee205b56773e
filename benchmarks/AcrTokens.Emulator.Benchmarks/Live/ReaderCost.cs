using System.Diagnostics;

namespace AcrTokens.Emulator.Benchmarks.Live;

/// <summary>
/// Measures the emulator's speed without and with one reader of its events. Both alternate in one run, since a machine's speed changes by the minute.
/// </summary>
internal static class ReaderCost
{
    private const int Connections = 16;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task MeasureAsync(int rounds)
    {
        await using var emulator = await FullEmulator.StartAsync();
        using var client = new ArmClient(emulator);
        var next = 0;
        await client.PutTokenAsync("builder");
        await CompareAsync("token GET", () => Reads.RunAsync(client, Duration, Connections));
        await CompareAsync("mint and delete", () => MintAsync(client, () => Interlocked.Increment(ref next)));

        async Task CompareAsync(string what, Func<Task<long>> run)
        {
            await run();
            List<double> without = [];
            List<double> with = [];
            for (var round = 0; round < rounds; round++)
            {
                // One then the other, then in the other order.
                foreach (var isRead in round % 2 == 0 ? new[] { false, true } : [true, false])
                {
                    (isRead ? with : without).Add(await RateAsync(run, isRead ? emulator : null));
                }
            }

            Console.WriteLine(
                $"{what}: {without.Average():F0} a second without a reader ({without.Min():F0} to {without.Max():F0}), "
                    + $"{with.Average():F0} with one ({with.Min():F0} to {with.Max():F0}), "
                    + $"ratio {with.Average() / without.Average():F2} (each round: {string.Join(", ", with.Zip(without, (a, b) => $"{a / b:F2}"))})"
            );
        }
    }

    private static async Task<double> RateAsync(Func<Task<long>> run, AcrEmulator? read)
    {
        await using var reader = read is null ? null : await EventReader.StartAsync(read);
        var began = Stopwatch.GetTimestamp();
        var count = await run();
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Task<long> MintAsync(ArmClient client, Func<int> next) =>
        Load.RunAsync(
            Duration,
            Connections,
            async () =>
            {
                var name = $"minted-{next()}";
                await client.PutTokenAsync(name);
                await client.GenerateAsync(name);
                await client.DeleteTokenAsync(name);
            }
        );
}
