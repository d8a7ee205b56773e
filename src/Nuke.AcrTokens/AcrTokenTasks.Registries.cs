using System.Runtime.CompilerServices;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

public static partial class AcrTokenTasks
{
    /// <inheritdoc cref="AcrClient.GetAdminCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrAdminCredential AcrCredentialGet(AcrCredentialGetSettings settings) => Wait(AcrCredentialGetAsync(settings));

    /// <inheritdoc cref="AcrClient.GetAdminCredentialAsync"/>
    public static AcrAdminCredential AcrCredentialGet(Configure<AcrCredentialGetSettings> configurator) => AcrCredentialGet(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.GetAdminCredentialAsync"/>
    public static IReadOnlyCollection<(AcrCredentialGetSettings Settings, AcrAdminCredential Result)> AcrCredentialGet(
        CombinatorialConfigure<AcrCredentialGetSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrCredentialGetAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.GetAdminCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrAdminCredential> AcrCredentialGetAsync(AcrCredentialGetSettings settings, CancellationToken cancellationToken = default) =>
        Client.GetAdminCredentialAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.GetAdminCredentialAsync"/>
    public static Task<AcrAdminCredential> AcrCredentialGetAsync(Configure<AcrCredentialGetSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrCredentialGetAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.RegenerateAdminCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrAdminCredential AcrCredentialRegenerate(AcrCredentialRegenerateSettings settings) => Wait(AcrCredentialRegenerateAsync(settings));

    /// <inheritdoc cref="AcrClient.RegenerateAdminCredentialAsync"/>
    public static AcrAdminCredential AcrCredentialRegenerate(Configure<AcrCredentialRegenerateSettings> configurator) => AcrCredentialRegenerate(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.RegenerateAdminCredentialAsync"/>
    public static IReadOnlyCollection<(AcrCredentialRegenerateSettings Settings, AcrAdminCredential Result)> AcrCredentialRegenerate(
        CombinatorialConfigure<AcrCredentialRegenerateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrCredentialRegenerateAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.RegenerateAdminCredentialAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrAdminCredential> AcrCredentialRegenerateAsync(AcrCredentialRegenerateSettings settings, CancellationToken cancellationToken = default) =>
        Client.RegenerateAdminCredentialAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.RegenerateAdminCredentialAsync"/>
    public static Task<AcrAdminCredential> AcrCredentialRegenerateAsync(Configure<AcrCredentialRegenerateSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrCredentialRegenerateAsync(configurator.InvokeSafe(new()), cancellationToken);

    /// <inheritdoc cref="AcrClient.GetRegistryAsync"/>
    [OverloadResolutionPriority(1)]
    public static AcrRegistry AcrRegistryGet(AcrRegistryGetSettings settings) => Wait(AcrRegistryGetAsync(settings));

    /// <inheritdoc cref="AcrClient.GetRegistryAsync"/>
    public static AcrRegistry AcrRegistryGet(Configure<AcrRegistryGetSettings> configurator) => AcrRegistryGet(configurator.InvokeSafe(new()));

    /// <inheritdoc cref="AcrClient.GetRegistryAsync"/>
    public static IReadOnlyCollection<(AcrRegistryGetSettings Settings, AcrRegistry Result)> AcrRegistryGet(
        CombinatorialConfigure<AcrRegistryGetSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        Combinatorial.Run(configurator, AcrRegistryGetAsync, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="AcrClient.GetRegistryAsync"/>
    [OverloadResolutionPriority(1)]
    public static Task<AcrRegistry> AcrRegistryGetAsync(AcrRegistryGetSettings settings, CancellationToken cancellationToken = default) =>
        Client.GetRegistryAsync(settings, cancellationToken);

    /// <inheritdoc cref="AcrClient.GetRegistryAsync"/>
    public static Task<AcrRegistry> AcrRegistryGetAsync(Configure<AcrRegistryGetSettings> configurator, CancellationToken cancellationToken = default) =>
        AcrRegistryGetAsync(configurator.InvokeSafe(new()), cancellationToken);
}
