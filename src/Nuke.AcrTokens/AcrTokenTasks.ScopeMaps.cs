using System.Runtime.CompilerServices;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

public static partial class AcrTokenTasks
{
    /// <inheritdoc cref="AcrClient.CreateScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrScopeMap AcrScopeMapCreate(AcrScopeMapCreateSettings settings) => Wait(AcrScopeMapCreateAsync(settings));

    /// <inheritdoc cref="AcrClient.CreateScopeMapAsync"/>
    public static AcrScopeMap AcrScopeMapCreate(Configure<AcrScopeMapCreateSettings> configurator) => AcrScopeMapCreate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.CreateScopeMapAsync"/>
    public static IReadOnlyCollection<(AcrScopeMapCreateSettings Settings, AcrScopeMap Result)> AcrScopeMapCreate(
        CombinatorialConfigure<AcrScopeMapCreateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrScopeMapCreateAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.CreateScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrScopeMap> AcrScopeMapCreateAsync(AcrScopeMapCreateSettings settings, CancellationToken cancellationToken = default) =>
        Client.CreateScopeMapAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.CreateScopeMapAsync"/>
    public static Task<AcrScopeMap> AcrScopeMapCreateAsync(Configure<AcrScopeMapCreateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrScopeMapCreateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.UpdateScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrScopeMap AcrScopeMapUpdate(AcrScopeMapUpdateSettings settings) => Wait(AcrScopeMapUpdateAsync(settings));

    /// <inheritdoc cref="AcrClient.UpdateScopeMapAsync"/>
    public static AcrScopeMap AcrScopeMapUpdate(Configure<AcrScopeMapUpdateSettings> configurator) => AcrScopeMapUpdate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.UpdateScopeMapAsync"/>
    public static IReadOnlyCollection<(AcrScopeMapUpdateSettings Settings, AcrScopeMap Result)> AcrScopeMapUpdate(
        CombinatorialConfigure<AcrScopeMapUpdateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrScopeMapUpdateAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.UpdateScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrScopeMap> AcrScopeMapUpdateAsync(AcrScopeMapUpdateSettings settings, CancellationToken cancellationToken = default) =>
        Client.UpdateScopeMapAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.UpdateScopeMapAsync"/>
    public static Task<AcrScopeMap> AcrScopeMapUpdateAsync(Configure<AcrScopeMapUpdateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrScopeMapUpdateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.GetScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrScopeMap AcrScopeMapGet(AcrScopeMapGetSettings settings) => Wait(AcrScopeMapGetAsync(settings));

    /// <inheritdoc cref="AcrClient.GetScopeMapAsync"/>
    public static AcrScopeMap AcrScopeMapGet(Configure<AcrScopeMapGetSettings> configurator) => AcrScopeMapGet(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.GetScopeMapAsync"/>
    public static IReadOnlyCollection<(AcrScopeMapGetSettings Settings, AcrScopeMap Result)> AcrScopeMapGet(
        CombinatorialConfigure<AcrScopeMapGetSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrScopeMapGetAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.GetScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrScopeMap> AcrScopeMapGetAsync(AcrScopeMapGetSettings settings, CancellationToken cancellationToken = default) =>
        Client.GetScopeMapAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.GetScopeMapAsync"/>
    public static Task<AcrScopeMap> AcrScopeMapGetAsync(Configure<AcrScopeMapGetSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrScopeMapGetAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.ListScopeMapsAsync"/>
    [OverloadResolutionPriority(1)]
    public static IReadOnlyList<AcrScopeMap> AcrScopeMapList(AcrScopeMapListSettings settings) => Wait(AcrScopeMapListAsync(settings).ToListAsync().AsTask());

    /// <inheritdoc cref="AcrClient.ListScopeMapsAsync"/>
    public static IReadOnlyList<AcrScopeMap> AcrScopeMapList(Configure<AcrScopeMapListSettings> configurator) => AcrScopeMapList(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.ListScopeMapsAsync"/>
    public static IReadOnlyCollection<(AcrScopeMapListSettings Settings, IReadOnlyList<AcrScopeMap> Result)> AcrScopeMapList(
        CombinatorialConfigure<AcrScopeMapListSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, async (s, c) => (IReadOnlyList<AcrScopeMap>)await AcrScopeMapListAsync(s, c).ToListAsync(c).ConfigureAwait(false), degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.ListScopeMapsAsync"/>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<AcrScopeMap> AcrScopeMapListAsync(AcrScopeMapListSettings settings, CancellationToken cancellationToken = default) =>
        Client.ListScopeMapsAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.ListScopeMapsAsync"/>
    public static IAsyncEnumerable<AcrScopeMap> AcrScopeMapListAsync(Configure<AcrScopeMapListSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrScopeMapListAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.DeleteScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static void AcrScopeMapDelete(AcrScopeMapDeleteSettings settings) => AcrScopeMapDeleteAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.DeleteScopeMapAsync"/>
    public static void AcrScopeMapDelete(Configure<AcrScopeMapDeleteSettings> configurator) => AcrScopeMapDelete(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.DeleteScopeMapAsync"/>
    public static void AcrScopeMapDelete(CombinatorialConfigure<AcrScopeMapDeleteSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrScopeMapDeleteAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.DeleteScopeMapAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task AcrScopeMapDeleteAsync(AcrScopeMapDeleteSettings settings, CancellationToken cancellationToken = default) =>
        Client.DeleteScopeMapAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.DeleteScopeMapAsync"/>
    public static Task AcrScopeMapDeleteAsync(Configure<AcrScopeMapDeleteSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrScopeMapDeleteAsync(configurator.InvokeSafe(new()), cancellationToken);
}
