using System.Diagnostics;

namespace AcrTokens.Emulator.Benchmarks;

/// <summary>Measures the memory that remains while tokens come and go.</summary>
internal static class Turnover
{
    private const int Steps = 5;

    public static async Task MeasureAsync(int tokens)
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync();
        using var client = new ArmClient(emulator);
        var began = Stopwatch.GetTimestamp();
        Console.WriteLine($"before: {MegaBytes():F1} MB");
        for (var made = 0; made < tokens; made++)
        {
            var name = $"token-{made}";
            await client.PutTokenAsync(name);
            await client.GenerateAsync(name);
            await client.DeleteTokenAsync(name);
            if ((made + 1) % (tokens / Steps) == 0)
            {
                Console.WriteLine($"{made + 1} tokens made and deleted: {MegaBytes():F1} MB, {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
            }
        }
    }

    private static double MegaBytes() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;
}
