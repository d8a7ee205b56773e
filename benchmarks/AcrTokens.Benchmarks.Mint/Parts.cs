using System.Diagnostics;
using System.Runtime;

namespace AcrTokens.Benchmarks.Mint;

/// <summary>Measures where the time goes from the process's start: elapsed time, and the share of compiling and loading.</summary>
internal static class Parts
{
    public static bool Wanted { get; private set; }

    public static void Begin(bool wanted)
    {
        Wanted = wanted;
        Note("in Main");
    }

    public static void Note(string what)
    {
        if (!Wanted)
            return;

        using var process = Process.GetCurrentProcess();
        var elapsed = DateTime.Now - process.StartTime;
        Console.WriteLine(
            $"{what, -16} {elapsed.TotalMilliseconds, 6:F0} ms, compiling {JitInfo.GetCompilationTime().TotalMilliseconds, 6:F0} ms of "
                + $"{JitInfo.GetCompiledMethodCount(), 5} methods, "
                + $"{AppDomain.CurrentDomain.GetAssemblies().Length, 3} assemblies, {process.PeakWorkingSet64 / 1e6, 4:F0} MB at most"
        );
    }
}
