using System.Runtime.CompilerServices;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

public static partial class AcrTokenTasks
{
    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrToken AcrTokenCreate(AcrTokenCreateSettings settings) => Wait(AcrTokenCreateAsync(settings));

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static AcrToken AcrTokenCreate(Configure<AcrTokenCreateSettings> configurator) => AcrTokenCreate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static IReadOnlyCollection<(AcrTokenCreateSettings Settings, AcrToken Result)> AcrTokenCreate(
        CombinatorialConfigure<AcrTokenCreateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenCreateAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrToken> AcrTokenCreateAsync(AcrTokenCreateSettings settings, CancellationToken cancellationToken = default) =>
        Client.CreateTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.CreateTokenAsync"/>
    public static Task<AcrToken> AcrTokenCreateAsync(Configure<AcrTokenCreateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenCreateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrToken AcrTokenUpdate(AcrTokenUpdateSettings settings) => Wait(AcrTokenUpdateAsync(settings));

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static AcrToken AcrTokenUpdate(Configure<AcrTokenUpdateSettings> configurator) => AcrTokenUpdate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static IReadOnlyCollection<(AcrTokenUpdateSettings Settings, AcrToken Result)> AcrTokenUpdate(
        CombinatorialConfigure<AcrTokenUpdateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenUpdateAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrToken> AcrTokenUpdateAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken = default) =>
        Client.UpdateTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.UpdateTokenAsync"/>
    public static Task<AcrToken> AcrTokenUpdateAsync(Configure<AcrTokenUpdateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenUpdateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.GetTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrToken AcrTokenGet(AcrTokenGetSettings settings) => Wait(AcrTokenGetAsync(settings));

    /// <inheritdoc cref="AcrClient.GetTokenAsync"/>
    public static AcrToken AcrTokenGet(Configure<AcrTokenGetSettings> configurator) => AcrTokenGet(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.GetTokenAsync"/>
    public static IReadOnlyCollection<(AcrTokenGetSettings Settings, AcrToken Result)> AcrTokenGet(
        CombinatorialConfigure<AcrTokenGetSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenGetAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.GetTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrToken> AcrTokenGetAsync(AcrTokenGetSettings settings, CancellationToken cancellationToken = default) =>
        Client.GetTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.GetTokenAsync"/>
    public static Task<AcrToken> AcrTokenGetAsync(Configure<AcrTokenGetSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenGetAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.ListTokensAsync"/>
    [OverloadResolutionPriority(1)]
    public static IReadOnlyList<AcrToken> AcrTokenList(AcrTokenListSettings settings) => Wait(AcrTokenListAsync(settings).ToListAsync().AsTask());

    /// <inheritdoc cref="AcrClient.ListTokensAsync"/>
    public static IReadOnlyList<AcrToken> AcrTokenList(Configure<AcrTokenListSettings> configurator) => AcrTokenList(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.ListTokensAsync"/>
    public static IReadOnlyCollection<(AcrTokenListSettings Settings, IReadOnlyList<AcrToken> Result)> AcrTokenList(
        CombinatorialConfigure<AcrTokenListSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, async (s, c) => (IReadOnlyList<AcrToken>)await AcrTokenListAsync(s, c).ToListAsync(c).ConfigureAwait(false), degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.ListTokensAsync"/>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<AcrToken> AcrTokenListAsync(AcrTokenListSettings settings, CancellationToken cancellationToken = default) =>
        Client.ListTokensAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.ListTokensAsync"/>
    public static IAsyncEnumerable<AcrToken> AcrTokenListAsync(Configure<AcrTokenListSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenListAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.DeleteTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static void AcrTokenDelete(AcrTokenDeleteSettings settings) => AcrTokenDeleteAsync(settings).GetAwaiter().GetResult();

    /// <inheritdoc cref="AcrClient.DeleteTokenAsync"/>
    public static void AcrTokenDelete(Configure<AcrTokenDeleteSettings> configurator) => AcrTokenDelete(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.DeleteTokenAsync"/>
    public static void AcrTokenDelete(CombinatorialConfigure<AcrTokenDeleteSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenDeleteAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.DeleteTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task AcrTokenDeleteAsync(AcrTokenDeleteSettings settings, CancellationToken cancellationToken = default) =>
        Client.DeleteTokenAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.DeleteTokenAsync"/>
    public static Task AcrTokenDeleteAsync(Configure<AcrTokenDeleteSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenDeleteAsync(configurator.InvokeSafe(new()), cancellationToken);
}
