using System.Globalization;
using AcrTokens.Benchmarks.Reports;
using AcrTokens.Benchmarks.Simulation;
using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks;

/// <summary>Measures how many builds an hour the registry's quota and Resource Manager's budgets allow, in simulated time.</summary>
internal static class Capacity
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    // Closer where a SKU's knee is.
    private static readonly int[] Rates =
    [
        100,
        200,
        400,
        600,
        700,
        800,
        900,
        1_000,
        1_200,
        1_500,
        2_000,
        3_000,
        4_000,
        4_500,
        5_000,
        5_500,
        6_000,
        8_000,
        10_000,
        11_000,
        12_000,
        13_000,
        15_000,
    ];

    private static readonly AcrEmulatorSku[] Skus = [AcrEmulatorSku.Basic, AcrEmulatorSku.Standard, AcrEmulatorSku.Premium];

    private static readonly IReadOnlyList<(string Title, IReadOnlyList<BuildLoad> Loads)> Parts =
    [
        (
            "the quota of tokens",
            [
                new("Basic", 100) { Sku = AcrEmulatorSku.Basic, Arrivals = HalfAnHour },
                new("Standard", 100) { Sku = AcrEmulatorSku.Standard, Arrivals = HalfAnHour },
                new("Premium", 100) { Arrivals = HalfAnHour },
                new("Basic", 1_000) { Sku = AcrEmulatorSku.Basic, Arrivals = HalfAnHour },
                new("Standard", 1_000) { Sku = AcrEmulatorSku.Standard },
                new("Premium", 1_000),
                new("Basic", 10_000) { Sku = AcrEmulatorSku.Basic },
                new("Standard", 10_000) { Sku = AcrEmulatorSku.Standard },
                new("Premium", 10_000),
                new("Basic, below its knee", 800) { Sku = AcrEmulatorSku.Basic, Arrivals = HalfAnHour },
                new("Standard, below its knee", 5_000) { Sku = AcrEmulatorSku.Standard },
                new("Basic, 2 registries", 1_000)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    Registries = 2,
                },
                new("Basic, 10 builds of a run share a token for 15 min", 1_000)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    BuildsPerToken = 10,
                    Use = HalfAnHour / 2,
                },
            ]
        ),
        (
            "one principal's budget of requests, Premium",
            [
                new("`SetScopeMap`, created at once", 10_000) { Creation = TimeSpan.Zero },
                new("`SetScopeMap`", 11_000),
                new("`SetScopeMap`, for 10 min", 15_000),
                new("`SetScopeMap`, for 20 min", 15_000) { Arrivals = 2 * TenMinutes },
                new("`AddRepository`", 1_000) { WithScopeMap = true },
                new("`AddRepository`", 8_000) { WithScopeMap = true },
                new("`AddRepository`, for 10 min", 10_000) { WithScopeMap = true },
            ]
        ),
        (
            "what carries 15,000 builds an hour, Premium",
            [
                new("2 registries", 15_000) { Registries = 2 },
                new("2 principals", 15_000) { Principals = 2 },
                new("2 subscriptions", 15_000) { Subscriptions = 2 },
                new("`EnableKeepDisabled`", 15_000) { End = LeaseEnd.KeepDisabled },
                new("`AcrTokenDelete`, without the disable", 15_000) { End = LeaseEnd.Delete },
                new("10 builds of a run share a token for 15 min", 15_000) { BuildsPerToken = 10, Use = HalfAnHour / 2 },
            ]
        ),
        (
            "prepared before the push",
            [
                new("Basic, not prepared", 400) { Sku = AcrEmulatorSku.Basic, Arrivals = HalfAnHour },
                new("Basic, 5 min before", 400)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    PreparedBefore = HalfAnHour / 6,
                },
                new("Basic, 15 min before", 400)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    PreparedBefore = HalfAnHour / 2,
                },
                new("Standard, 15 min before", 1_000)
                {
                    Sku = AcrEmulatorSku.Standard,
                    Arrivals = HalfAnHour,
                    PreparedBefore = HalfAnHour / 2,
                },
                new("Premium, 5 min before", 10_000) { PreparedBefore = HalfAnHour / 6 },
                new("Premium, not prepared", 10_000),
            ]
        ),
        (
            "existing tokens",
            [
                new("Basic, 20 tokens", 400)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    ExistingTokens = 20,
                },
                new("Basic, 30 tokens", 400)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    ExistingTokens = 30,
                },
                new("Basic, 60 tokens", 1_000)
                {
                    Sku = AcrEmulatorSku.Basic,
                    Arrivals = HalfAnHour,
                    ExistingTokens = 60,
                },
                new("Premium, 600 tokens", 10_000) { ExistingTokens = 600 },
            ]
        ),
        (
            "all at once",
            [
                new("Basic, 150 builds", 150) { AtOnce = 150, Sku = AcrEmulatorSku.Basic },
                new("Premium, 100 builds", 100) { AtOnce = 100 },
                new("Premium, 1,000 builds", 1_000) { AtOnce = 1_000 },
                new("Premium, 1,000 builds, 5 principals", 1_000) { AtOnce = 1_000, Principals = 5 },
            ]
        ),
        ("what each SKU carries", [.. Rates.SelectMany(rate => Skus.Select(sku => At(rate, sku)))]),
    ];

    public static async Task<IReadOnlyList<Section>> MeasureAsync()
    {
        List<Section> sections = [];
        foreach (var (title, loads) in Parts)
        {
            // Sequentially: each load waits for the whole process to become idle.
            List<LoadResult> results = [];
            foreach (var load in loads)
                results.Add(await SimulatedBuilds.RunAsync(load));
            sections.Add(Show(title, results));
        }

        return sections;
    }

    // Long enough for some builds where they are few.
    private static BuildLoad At(int rate, AcrEmulatorSku sku) =>
        new(sku.ToString(), rate) { Sku = sku, Arrivals = rate <= 1_000 ? HalfAnHour : TenMinutes };

    private static Section Show(string title, List<LoadResult> results) =>
        new(
            $"Capacity: {title}",
            [
                "",
                "builds an hour",
                "failed",
                "wait s: mean",
                "95 %",
                "worst",
                "worst revocation s",
                "most tokens in a registry",
                "writes",
                "reads",
                "deletes a build",
                "write budget",
                "refused with 429",
            ],
            [.. results.Select(Row)],
            results.Select(r => new
            {
                r.Load,
                r.Builds,
                r.Failures,
                r.MeanWait,
                r.WaitOf95Percent,
                r.WorstWait,
                r.WorstEnd,
                r.MostAlive,
                r.WritesPerBuild,
                r.ReadsPerBuild,
                r.DeletesPerBuild,
                r.WriteBudget,
                r.Throttled,
            })
        );

    private static IReadOnlyList<string> Row(LoadResult result)
    {
        return
        [
            result.Load.Name,
            result.Load.AtOnce is null ? Show(result.Load.BuildsPerHour, "N0") : "",
            result.Failures.Count == 0 ? "0" : string.Join(", ", result.Failures.Select(f => $"{f.Value} of {result.Tokens}: {f.Key}")),
            Show(result.MeanWait, "F1"),
            Show(result.WaitOf95Percent, "F1"),
            Show(result.WorstWait, "F1"),
            Show(result.WorstEnd, "F1"),
            Show(result.MostAlive, "N0"),
            Show(result.WritesPerBuild, "F1"),
            Show(result.ReadsPerBuild, "F1"),
            Show(result.DeletesPerBuild, "F1"),
            result.Load.AtOnce is null ? Show(result.WriteBudget, "P0") : "",
            Show(result.Throttled, "P0"),
        ];

        static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
