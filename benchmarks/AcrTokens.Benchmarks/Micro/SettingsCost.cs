using BenchmarkDotNet.Attributes;

namespace AcrTokens.Benchmarks.Micro;

/// <summary>Measures the settings of a mint, chained as in a build.</summary>
public class SettingsCost
{
    [Benchmark(Description = "settings of a mint: a chain of six verbs")]
    public AcrTokenMintSettings Chain() =>
        new AcrTokenMintSettings()
            .SetRegistryName("contoso")
            .SetResourceGroupName("builds")
            .SetSubscriptionId("11111111-2222-3333-4444-555555555555")
            .AddRepository("samples/app", AcrPermission.Push)
            .AddRepository("samples/base", AcrPermission.Pull)
            .SetLifetime(TimeSpan.FromMinutes(30));

    [Benchmark(Description = "a token's name: made and read back")]
    public AcrTokenName? Name() => AcrTokenName.TryParse(AcrTokenName.ForRun());
}
