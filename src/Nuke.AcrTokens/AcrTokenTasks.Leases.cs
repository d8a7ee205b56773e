using System.Runtime.CompilerServices;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

public static partial class AcrTokenTasks
{
    /// <inheritdoc cref="AcrClient.RevokeTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static void AcrTokenRevoke(AcrTokenRevokeSettings settings) => AcrTokenRevokeAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.RevokeTokenAsync"/>
    public static void AcrTokenRevoke(Configure<AcrTokenRevokeSettings> configurator) => AcrTokenRevoke(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.RevokeTokenAsync"/>
    public static void AcrTokenRevoke(CombinatorialConfigure<AcrTokenRevokeSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenRevokeAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.RevokeTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task AcrTokenRevokeAsync(AcrTokenRevokeSettings settings, CancellationToken cancellationToken = default) =>
        Client.RevokeTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.RevokeTokenAsync"/>
    public static Task AcrTokenRevokeAsync(Configure<AcrTokenRevokeSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenRevokeAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.SweepTokensAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrSweepReport AcrTokenSweep(AcrTokenSweepSettings settings) => Wait(AcrTokenSweepAsync(settings));

    /// <inheritdoc cref="AcrClient.SweepTokensAsync"/>
    public static AcrSweepReport AcrTokenSweep(Configure<AcrTokenSweepSettings> configurator) => AcrTokenSweep(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.SweepTokensAsync"/>
    public static IReadOnlyCollection<(AcrTokenSweepSettings Settings, AcrSweepReport Result)> AcrTokenSweep(
        CombinatorialConfigure<AcrTokenSweepSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenSweepAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.SweepTokensAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrSweepReport> AcrTokenSweepAsync(AcrTokenSweepSettings settings, CancellationToken cancellationToken = default) =>
        Client.SweepTokensAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.SweepTokensAsync"/>
    public static Task<AcrSweepReport> AcrTokenSweepAsync(Configure<AcrTokenSweepSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenSweepAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.PreflightAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrPreflightReport AcrTokenPreflight(AcrTokenPreflightSettings settings) => Wait(AcrTokenPreflightAsync(settings));

    /// <inheritdoc cref="AcrClient.PreflightAsync"/>
    public static AcrPreflightReport AcrTokenPreflight(Configure<AcrTokenPreflightSettings> configurator) => AcrTokenPreflight(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.PreflightAsync"/>
    public static IReadOnlyCollection<(AcrTokenPreflightSettings Settings, AcrPreflightReport Result)> AcrTokenPreflight(
        CombinatorialConfigure<AcrTokenPreflightSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenPreflightAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.PreflightAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrPreflightReport> AcrTokenPreflightAsync(AcrTokenPreflightSettings settings, CancellationToken cancellationToken = default) =>
        Client.PreflightAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.PreflightAsync"/>
    public static Task<AcrPreflightReport> AcrTokenPreflightAsync(Configure<AcrTokenPreflightSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenPreflightAsync(configurator.InvokeSafe(new()), cancellationToken);
}
