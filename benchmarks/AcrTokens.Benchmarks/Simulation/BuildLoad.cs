using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks.Simulation;

/// <summary>A load of builds, and the conditions for them.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="BuildsPerHour">The rate of builds, which arrive at random and independently: a Poisson process, the same in each run.</param>
internal sealed record BuildLoad(string Name, int BuildsPerHour)
{
    public AcrEmulatorSku Sku { get; init; } = AcrEmulatorSku.Premium;

    public TimeSpan Creation { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long builds arrive. The simulation waits for all that have arrived.</summary>
    public TimeSpan Arrivals { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The number of builds that start at the same moment instead.</summary>
    public int? AtOnce { get; init; }

    /// <summary>The time from the mint to the revocation.</summary>
    public TimeSpan Use { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before its mint a token is prepared. Default: it is not.</summary>
    public TimeSpan? PreparedBefore { get; init; }

    /// <summary>The number of existing tokens in each registry that the builds share. Default: each build has a new one.</summary>
    public int ExistingTokens { get; init; }

    /// <summary>How many builds of one pipeline run share a token.</summary>
    public int BuildsPerToken { get; init; } = 1;

    /// <summary>Whether each mint writes the scope map too, as <c>AddRepository</c> does.</summary>
    public bool WithScopeMap { get; init; }

    public LeaseEnd End { get; init; }

    public int Principals { get; init; } = 1;

    public int Registries { get; init; } = 1;

    public int Subscriptions { get; init; } = 1;
}
