using System.Diagnostics;

namespace AcrTokens.Emulator.Benchmarks;

/// <summary>Measures an emulator's start: the first in its process, which creates the key and compiles, and later ones.</summary>
internal static class Starts
{
    public static async Task MeasureAsync()
    {
        await ReportAsync("first start in process, no port", () => AcrEmulator.StartInProcessAsync());
        await ReportAsync("first start on loopback, with its certificate", () => AcrEmulator.StartAsync());
        for (var i = 0; i < 3; i++)
        {
            await ReportAsync("further start on loopback", () => AcrEmulator.StartAsync());
        }
    }

    /// <summary>Reports elapsed time and processor time. Only the latter is meaningful on a busy machine.</summary>
    private static async Task ReportAsync(string what, Func<Task<AcrEmulator>> start)
    {
        using var process = Process.GetCurrentProcess();
        var (began, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await using var emulator = await start();
        var took = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        Console.WriteLine($"{what}: {took.TotalMilliseconds:F0} ms, {(process.TotalProcessorTime - used).TotalMilliseconds:F0} ms of processor");
    }
}
