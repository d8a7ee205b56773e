using System.Runtime.CompilerServices;
using AcrTokens;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AcrTokens;

#nullable disable // Cake repeats the signatures in scripts, where annotations are warnings

public static partial class AcrTokenAliases
{
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrAdminCredential AcrCredentialGet(this ICakeContext context, AcrCredentialGetSettings settings) => Wait(AcrCredentialGetAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialGet/*"/>
    [CakeMethodAlias] public static AcrAdminCredential AcrCredentialGet(this ICakeContext context, Func<AcrCredentialGetSettings, AcrCredentialGetSettings> configure) =>
        AcrCredentialGet(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrAdminCredential> AcrCredentialGetAsync(this ICakeContext context, AcrCredentialGetSettings settings) => AcrCredentialGetAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialGet/*"/>
    [CakeMethodAlias] public static Task<AcrAdminCredential> AcrCredentialGetAsync(this ICakeContext context, Func<AcrCredentialGetSettings, AcrCredentialGetSettings> configure) =>
        AcrCredentialGetAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrAdminCredential> AcrCredentialGetAsync(this ICakeContext context, AcrCredentialGetSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).GetAdminCredentialAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialGet/*"/>
    [CakeMethodAlias] public static Task<AcrAdminCredential> AcrCredentialGetAsync(this ICakeContext context, Func<AcrCredentialGetSettings, AcrCredentialGetSettings> configure, CancellationToken cancellationToken) =>
        AcrCredentialGetAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialRegenerate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrAdminCredential AcrCredentialRegenerate(this ICakeContext context, AcrCredentialRegenerateSettings settings) => Wait(AcrCredentialRegenerateAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialRegenerate/*"/>
    [CakeMethodAlias] public static AcrAdminCredential AcrCredentialRegenerate(this ICakeContext context, Func<AcrCredentialRegenerateSettings, AcrCredentialRegenerateSettings> configure) =>
        AcrCredentialRegenerate(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialRegenerate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrAdminCredential> AcrCredentialRegenerateAsync(this ICakeContext context, AcrCredentialRegenerateSettings settings) =>
        AcrCredentialRegenerateAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialRegenerate/*"/>
    [CakeMethodAlias] public static Task<AcrAdminCredential> AcrCredentialRegenerateAsync(this ICakeContext context, Func<AcrCredentialRegenerateSettings, AcrCredentialRegenerateSettings> configure) =>
        AcrCredentialRegenerateAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialRegenerate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrAdminCredential> AcrCredentialRegenerateAsync(this ICakeContext context, AcrCredentialRegenerateSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).RegenerateAdminCredentialAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrCredentialRegenerate/*"/>
    [CakeMethodAlias] public static Task<AcrAdminCredential> AcrCredentialRegenerateAsync(this ICakeContext context, Func<AcrCredentialRegenerateSettings, AcrCredentialRegenerateSettings> configure, CancellationToken cancellationToken) =>
        AcrCredentialRegenerateAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrRegistryGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrRegistry AcrRegistryGet(this ICakeContext context, AcrRegistryGetSettings settings) => Wait(AcrRegistryGetAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrRegistryGet/*"/>
    [CakeMethodAlias] public static AcrRegistry AcrRegistryGet(this ICakeContext context, Func<AcrRegistryGetSettings, AcrRegistryGetSettings> configure) => AcrRegistryGet(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrRegistryGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrRegistry> AcrRegistryGetAsync(this ICakeContext context, AcrRegistryGetSettings settings) => AcrRegistryGetAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrRegistryGet/*"/>
    [CakeMethodAlias] public static Task<AcrRegistry> AcrRegistryGetAsync(this ICakeContext context, Func<AcrRegistryGetSettings, AcrRegistryGetSettings> configure) =>
        AcrRegistryGetAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrRegistryGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrRegistry> AcrRegistryGetAsync(this ICakeContext context, AcrRegistryGetSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).GetRegistryAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrRegistryGet/*"/>
    [CakeMethodAlias] public static Task<AcrRegistry> AcrRegistryGetAsync(this ICakeContext context, Func<AcrRegistryGetSettings, AcrRegistryGetSettings> configure, CancellationToken cancellationToken) =>
        AcrRegistryGetAsync(context, New(configure), cancellationToken);
}
