using System.Globalization;
using System.Runtime.InteropServices;

namespace AcrTokens.Benchmarks;

/// <summary>Describes the machine by its relevant properties, not by its name.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({Field("/proc/cpuinfo", "model name", ':') ?? "unknown processor"}), {memory:F0} GiB, "
                + $"{Field("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription}, .NET {Environment.Version}"
        );
    }

    /// <summary>The load average of the last minute before the measurement; null if the system has none.</summary>
    public static double? Load() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    private static string? Field(string file, string name, char separator) =>
        !File.Exists(file)
            ? null
            : File.ReadLines(file)
                .Where(line => line.StartsWith(name, StringComparison.Ordinal))
                .Select(line => line.Split(separator, 2)[1].Trim())
                .FirstOrDefault();
}
