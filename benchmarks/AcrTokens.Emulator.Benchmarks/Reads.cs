using System.Diagnostics;

namespace AcrTokens.Emulator.Benchmarks;

/// <summary>Measures GETs of a token per second, over TLS, with the client on the same processors.</summary>
internal static class Reads
{
    public static async Task MeasureAsync(TimeSpan duration, int connections)
    {
        await using var emulator = await AcrEmulator.StartAsync();
        using var client = new ArmClient(emulator);
        await client.PutTokenAsync("builder");
        await RunAsync(client, TimeSpan.FromSeconds(2), connections);
        var began = Stopwatch.GetTimestamp();
        var count = await RunAsync(client, duration, connections);
        Console.WriteLine($"token GET: {count / Stopwatch.GetElapsedTime(began).TotalSeconds:F0} requests a second over {connections} connections");
    }

    public static Task<long> RunAsync(ArmClient client, TimeSpan duration, int connections) =>
        Load.RunAsync(duration, connections, () => client.GetTokenAsync("builder"));
}
