using AcrTokens.Benchmarks.Reports;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Measures the cost of single calls in a warm process.</summary>
internal static class MicroBenchmarks
{
    // In process: otherwise BenchmarkDotNet would build its own project inside the repository, under the repository's rules.
    private static readonly ManualConfig Config = ManualConfig
        .CreateEmpty()
        .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(NullLogger.Instance)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "acr-benchmarks-micro"));

    public static Section Measure()
    {
        var reports = new[] { typeof(SettingsCost), typeof(JsonCost), typeof(SecretFormsCost), typeof(RedactionCost) }
            .SelectMany(type => BenchmarkRunner.Run(type, Config).Reports)
            .ToList();
        return new Section(
            "Single calls, warm (BenchmarkDotNet)",
            ["", "mean", "standard deviation", "allocated"],
            [.. reports.Select(Row)],
            reports.ToDictionary(
                Name,
                r => new
                {
                    Mean = r.ResultStatistics?.Mean,
                    StandardDeviation = r.ResultStatistics?.StandardDeviation,
                    Allocated = Allocated(r),
                }
            )
        );
    }

    private static IReadOnlyList<string> Row(BenchmarkReport report) =>
        [
            Name(report),
            Time(report.ResultStatistics?.Mean),
            Time(report.ResultStatistics?.StandardDeviation),
            FormattableString.Invariant($"{Allocated(report):N0} B"),
        ];

    private static string Name(BenchmarkReport report)
    {
        var benchmark = report.BenchmarkCase;
        return $"{benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')}{(benchmark.HasParameters ? $", {benchmark.Parameters.DisplayInfo.Trim('[', ']')}" : "")}";
    }

    private static string Time(double? nanoseconds) =>
        nanoseconds switch
        {
            null => "not measured",
            < 1e3 => FormattableString.Invariant($"{nanoseconds:F0} ns"),
            < 1e6 => FormattableString.Invariant($"{nanoseconds / 1e3:F1} µs"),
            _ => FormattableString.Invariant($"{nanoseconds / 1e6:F1} ms"),
        };

    private static long Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
}
