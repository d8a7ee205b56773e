using System.Runtime.CompilerServices;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

public static partial class AcrTokenTasks
{
    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrTokenLease AcrTokenMint(AcrTokenMintSettings settings) => Wait(AcrTokenMintAsync(settings));

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static AcrTokenLease AcrTokenMint(Configure<AcrTokenMintSettings> configurator) => AcrTokenMint(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static IReadOnlyCollection<(AcrTokenMintSettings Settings, AcrTokenLease Result)> AcrTokenMint(
        CombinatorialConfigure<AcrTokenMintSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenMintAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrTokenLease> AcrTokenMintAsync(AcrTokenMintSettings settings, CancellationToken cancellationToken = default)
    {
        EarlyMints.Tell();
        return Client.MintTokenAsync(settings, cancellationToken);
    }

    /// <inheritdoc cref="AcrClient.MintTokenAsync"/>
    public static Task<AcrTokenLease> AcrTokenMintAsync(Configure<AcrTokenMintSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenMintAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrTokenCredentials AcrTokenCredentialGenerate(AcrTokenCredentialGenerateSettings settings) => Wait(AcrTokenCredentialGenerateAsync(settings));

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static AcrTokenCredentials AcrTokenCredentialGenerate(Configure<AcrTokenCredentialGenerateSettings> configurator) => AcrTokenCredentialGenerate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static IReadOnlyCollection<(AcrTokenCredentialGenerateSettings Settings, AcrTokenCredentials Result)> AcrTokenCredentialGenerate(
        CombinatorialConfigure<AcrTokenCredentialGenerateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenCredentialGenerateAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken = default) =>
        Client.GenerateTokenCredentialAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.GenerateTokenCredentialAsync"/>
    public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(Configure<AcrTokenCredentialGenerateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenCredentialGenerateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.DeleteTokenCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrToken AcrTokenCredentialDelete(AcrTokenCredentialDeleteSettings settings) => Wait(AcrTokenCredentialDeleteAsync(settings));

    /// <inheritdoc cref="AcrClient.DeleteTokenCredentialAsync"/>
    public static AcrToken AcrTokenCredentialDelete(Configure<AcrTokenCredentialDeleteSettings> configurator) => AcrTokenCredentialDelete(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.DeleteTokenCredentialAsync"/>
    public static IReadOnlyCollection<(AcrTokenCredentialDeleteSettings Settings, AcrToken Result)> AcrTokenCredentialDelete(
        CombinatorialConfigure<AcrTokenCredentialDeleteSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrTokenCredentialDeleteAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.DeleteTokenCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrToken> AcrTokenCredentialDeleteAsync(AcrTokenCredentialDeleteSettings settings, CancellationToken cancellationToken = default) =>
        Client.DeleteTokenCredentialAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.DeleteTokenCredentialAsync"/>
    public static Task<AcrToken> AcrTokenCredentialDeleteAsync(Configure<AcrTokenCredentialDeleteSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrTokenCredentialDeleteAsync(configurator.InvokeSafe(new()), cancellationToken);
}
