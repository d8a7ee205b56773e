using System.Diagnostics;
using System.Globalization;

namespace AcrTokens.Benchmarks.Processes;

/// <summary>Runs a process under GNU time, which reports the memory and processor time of that process alone.</summary>
internal static class TimedProcess
{
    private const string Time = "/usr/bin/time";

    /// <summary>Returns the cost and the output.</summary>
    public static async Task<(Sample Sample, string Output)> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment)
    {
        var figures = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Time, ["-f", "%M %U %S", "-o", figures, .. command])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var (name, value) in environment)
                start.Environment[name] = value;

            var began = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            var wall = Stopwatch.GetElapsedTime(began);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {errors}{await output}");

            var parts = (await File.ReadAllTextAsync(figures))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => double.Parse(part, CultureInfo.InvariantCulture))
                .ToArray();
            return (new Sample(wall.TotalMilliseconds, (parts[1] + parts[2]) * 1000, parts[0] * 1024 / 1e6), await output);
        }
        finally
        {
            File.Delete(figures);
        }
    }
}
