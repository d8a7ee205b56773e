using AcrTokens.Emulator;

namespace AcrTokens.Benchmarks.Simulation;

/// <summary>Which builds come, and what they find.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="BuildsPerHour">How many come, at random and independently of one another: a Poisson process, the same in each run.</param>
internal sealed record BuildLoad(string Name, int BuildsPerHour)
{
    public AcrEmulatorSku Sku { get; init; } = AcrEmulatorSku.Premium;

    public TimeSpan Creation { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long builds go on coming. Those that have come are waited for.</summary>
    public TimeSpan Arrivals { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>All of them at the same moment instead: so many.</summary>
    public int? AtOnce { get; init; }

    /// <summary>From the token to its revocation.</summary>
    public TimeSpan Use { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many builds of a pipeline's run share one token.</summary>
    public int BuildsPerToken { get; init; } = 1;

    /// <summary>Whether each mint writes the scope map too, as <c>AddRepository</c> does.</summary>
    public bool WithScopeMap { get; init; }

    public LeaseEnd End { get; init; }

    public int Principals { get; init; } = 1;

    public int Registries { get; init; } = 1;

    public int Subscriptions { get; init; } = 1;
}
