using System.Runtime.CompilerServices;
using AcrTokens;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AcrTokens;

#nullable disable // Cake repeats the signatures in scripts, where annotations are warnings

public static partial class AcrTokenAliases
{
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCreate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrToken AcrTokenCreate(this ICakeContext context, AcrTokenCreateSettings settings) => Wait(AcrTokenCreateAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCreate/*"/>
    [CakeMethodAlias] public static AcrToken AcrTokenCreate(this ICakeContext context, Func<AcrTokenCreateSettings, AcrTokenCreateSettings> configure) => AcrTokenCreate(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCreate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenCreateAsync(this ICakeContext context, AcrTokenCreateSettings settings) => AcrTokenCreateAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCreate/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenCreateAsync(this ICakeContext context, Func<AcrTokenCreateSettings, AcrTokenCreateSettings> configure) =>
        AcrTokenCreateAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCreate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenCreateAsync(this ICakeContext context, AcrTokenCreateSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).CreateTokenAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCreate/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenCreateAsync(this ICakeContext context, Func<AcrTokenCreateSettings, AcrTokenCreateSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenCreateAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenUpdate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrToken AcrTokenUpdate(this ICakeContext context, AcrTokenUpdateSettings settings) => Wait(AcrTokenUpdateAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenUpdate/*"/>
    [CakeMethodAlias] public static AcrToken AcrTokenUpdate(this ICakeContext context, Func<AcrTokenUpdateSettings, AcrTokenUpdateSettings> configure) => AcrTokenUpdate(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenUpdate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenUpdateAsync(this ICakeContext context, AcrTokenUpdateSettings settings) => AcrTokenUpdateAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenUpdate/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenUpdateAsync(this ICakeContext context, Func<AcrTokenUpdateSettings, AcrTokenUpdateSettings> configure) =>
        AcrTokenUpdateAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenUpdate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenUpdateAsync(this ICakeContext context, AcrTokenUpdateSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).UpdateTokenAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenUpdate/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenUpdateAsync(this ICakeContext context, Func<AcrTokenUpdateSettings, AcrTokenUpdateSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenUpdateAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrToken AcrTokenGet(this ICakeContext context, AcrTokenGetSettings settings) => Wait(AcrTokenGetAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenGet/*"/>
    [CakeMethodAlias] public static AcrToken AcrTokenGet(this ICakeContext context, Func<AcrTokenGetSettings, AcrTokenGetSettings> configure) => AcrTokenGet(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenGetAsync(this ICakeContext context, AcrTokenGetSettings settings) => AcrTokenGetAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenGet/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenGetAsync(this ICakeContext context, Func<AcrTokenGetSettings, AcrTokenGetSettings> configure) => AcrTokenGetAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenGetAsync(this ICakeContext context, AcrTokenGetSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).GetTokenAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenGet/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenGetAsync(this ICakeContext context, Func<AcrTokenGetSettings, AcrTokenGetSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenGetAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenList/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static IReadOnlyList<AcrToken> AcrTokenList(this ICakeContext context, AcrTokenListSettings settings) => Wait(AcrTokenListAsync(context, settings).ToListAsync().AsTask());
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenList/*"/>
    [CakeMethodAlias] public static IReadOnlyList<AcrToken> AcrTokenList(this ICakeContext context, Func<AcrTokenListSettings, AcrTokenListSettings> configure) => AcrTokenList(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenList/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static IAsyncEnumerable<AcrToken> AcrTokenListAsync(this ICakeContext context, AcrTokenListSettings settings) => AcrTokenListAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenList/*"/>
    [CakeMethodAlias] public static IAsyncEnumerable<AcrToken> AcrTokenListAsync(this ICakeContext context, Func<AcrTokenListSettings, AcrTokenListSettings> configure) =>
        AcrTokenListAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenList/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static IAsyncEnumerable<AcrToken> AcrTokenListAsync(this ICakeContext context, AcrTokenListSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).ListTokensAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenList/*"/>
    [CakeMethodAlias] public static IAsyncEnumerable<AcrToken> AcrTokenListAsync(this ICakeContext context, Func<AcrTokenListSettings, AcrTokenListSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenListAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static void AcrTokenDelete(this ICakeContext context, AcrTokenDeleteSettings settings) => AcrTokenDeleteAsync(context, settings).GetAwaiter().GetResult();
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenDelete/*"/>
    [CakeMethodAlias] public static void AcrTokenDelete(this ICakeContext context, Func<AcrTokenDeleteSettings, AcrTokenDeleteSettings> configure) => AcrTokenDelete(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task AcrTokenDeleteAsync(this ICakeContext context, AcrTokenDeleteSettings settings) => AcrTokenDeleteAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenDelete/*"/>
    [CakeMethodAlias] public static Task AcrTokenDeleteAsync(this ICakeContext context, Func<AcrTokenDeleteSettings, AcrTokenDeleteSettings> configure) => AcrTokenDeleteAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task AcrTokenDeleteAsync(this ICakeContext context, AcrTokenDeleteSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).DeleteTokenAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenDelete/*"/>
    [CakeMethodAlias] public static Task AcrTokenDeleteAsync(this ICakeContext context, Func<AcrTokenDeleteSettings, AcrTokenDeleteSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenDeleteAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialGenerate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrTokenCredentials AcrTokenCredentialGenerate(this ICakeContext context, AcrTokenCredentialGenerateSettings settings) =>
        Wait(AcrTokenCredentialGenerateAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialGenerate/*"/>
    [CakeMethodAlias] public static AcrTokenCredentials AcrTokenCredentialGenerate(this ICakeContext context, Func<AcrTokenCredentialGenerateSettings, AcrTokenCredentialGenerateSettings> configure) =>
        AcrTokenCredentialGenerate(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialGenerate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(this ICakeContext context, AcrTokenCredentialGenerateSettings settings) =>
        AcrTokenCredentialGenerateAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialGenerate/*"/>
    [CakeMethodAlias] public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(this ICakeContext context, Func<AcrTokenCredentialGenerateSettings, AcrTokenCredentialGenerateSettings> configure) =>
        AcrTokenCredentialGenerateAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialGenerate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(this ICakeContext context, AcrTokenCredentialGenerateSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).GenerateTokenCredentialAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialGenerate/*"/>
    [CakeMethodAlias] public static Task<AcrTokenCredentials> AcrTokenCredentialGenerateAsync(this ICakeContext context, Func<AcrTokenCredentialGenerateSettings, AcrTokenCredentialGenerateSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenCredentialGenerateAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrToken AcrTokenCredentialDelete(this ICakeContext context, AcrTokenCredentialDeleteSettings settings) => Wait(AcrTokenCredentialDeleteAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialDelete/*"/>
    [CakeMethodAlias] public static AcrToken AcrTokenCredentialDelete(this ICakeContext context, Func<AcrTokenCredentialDeleteSettings, AcrTokenCredentialDeleteSettings> configure) =>
        AcrTokenCredentialDelete(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenCredentialDeleteAsync(this ICakeContext context, AcrTokenCredentialDeleteSettings settings) =>
        AcrTokenCredentialDeleteAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialDelete/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenCredentialDeleteAsync(this ICakeContext context, Func<AcrTokenCredentialDeleteSettings, AcrTokenCredentialDeleteSettings> configure) =>
        AcrTokenCredentialDeleteAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrToken> AcrTokenCredentialDeleteAsync(this ICakeContext context, AcrTokenCredentialDeleteSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).DeleteTokenCredentialAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenCredentialDelete/*"/>
    [CakeMethodAlias] public static Task<AcrToken> AcrTokenCredentialDeleteAsync(this ICakeContext context, Func<AcrTokenCredentialDeleteSettings, AcrTokenCredentialDeleteSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenCredentialDeleteAsync(context, New(configure), cancellationToken);
}
