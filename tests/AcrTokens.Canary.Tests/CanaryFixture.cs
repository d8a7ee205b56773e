using AcrTokens.Faults.Clients;

namespace AcrTokens.Canary.Tests;

/// <summary>One served registry and one sampler for all builds.</summary>
public sealed class CanaryFixture : IAsyncLifetime, IDisposable
{
    private ServedRegistry? registry;
    private ProcessSampler? sampler;
    private Task<IReadOnlyList<CanaryReport>>? all;

    internal CanaryRunner Runner { get; private set; } = null!;

    /// <summary>The reports of all builds that must not leak. The first caller runs them, in parallel, which takes a third of the time.</summary>
    internal Task<IReadOnlyList<CanaryReport>> All =>
        all ??= Runner.RunAsync([
            .. CanaryCase.Published,
            .. CanaryCase.Matrix,
            .. CanaryCase.Redacted,
            .. CanaryCase.Redirected,
            .. CanaryCase.OnFallout,
        ]);

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsLinux())
            return;

        registry = await ServedRegistry.StartAsync();
        sampler = new ProcessSampler();
        Runner = new CanaryRunner(registry, sampler);
    }

    public async Task DisposeAsync()
    {
        if (registry is not null)
            await registry.DisposeAsync();
    }

    public void Dispose() => sampler?.Dispose();
}

/// <summary>Tests that run builds as processes, which use all of the machine's cores.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime : ICollectionFixture<CanaryFixture>
{
    public const string Name = "one at a time";
}
