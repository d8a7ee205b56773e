namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenSweepSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenSweepSettingsExtensions
{
    private static readonly AcrTokenSweepSettings Default = new();

    /// <inheritdoc cref="AcrTokenSweepSettings.NamePrefix"/>
    public static AcrTokenSweepSettings SetNamePrefix(this AcrTokenSweepSettings settings, string namePrefix) => settings with { NamePrefix = namePrefix };

    /// <inheritdoc cref="AcrTokenSweepSettings.NamePrefix"/>
    public static AcrTokenSweepSettings ResetNamePrefix(this AcrTokenSweepSettings settings) => settings with { NamePrefix = Default.NamePrefix };

    /// <inheritdoc cref="AcrTokenSweepSettings.ClockSkew"/>
    public static AcrTokenSweepSettings SetClockSkew(this AcrTokenSweepSettings settings, TimeSpan clockSkew) => settings with { ClockSkew = clockSkew };

    /// <inheritdoc cref="AcrTokenSweepSettings.ClockSkew"/>
    public static AcrTokenSweepSettings ResetClockSkew(this AcrTokenSweepSettings settings) => settings with { ClockSkew = Default.ClockSkew };

    /// <inheritdoc cref="AcrTokenSweepSettings.MaximumTokens"/>
    public static AcrTokenSweepSettings SetMaximumTokens(this AcrTokenSweepSettings settings, int maximumTokens) => settings with { MaximumTokens = maximumTokens };

    /// <inheritdoc cref="AcrTokenSweepSettings.MaximumTokens"/>
    public static AcrTokenSweepSettings ResetMaximumTokens(this AcrTokenSweepSettings settings) => settings with { MaximumTokens = Default.MaximumTokens };

    /// <inheritdoc cref="AcrTokenSweepSettings.DegreeOfParallelism"/>
    public static AcrTokenSweepSettings SetDegreeOfParallelism(this AcrTokenSweepSettings settings, int degreeOfParallelism) => settings with { DegreeOfParallelism = degreeOfParallelism };

    /// <inheritdoc cref="AcrTokenSweepSettings.DegreeOfParallelism"/>
    public static AcrTokenSweepSettings ResetDegreeOfParallelism(this AcrTokenSweepSettings settings) => settings with { DegreeOfParallelism = Default.DegreeOfParallelism };
}
