using System.Runtime.CompilerServices;
using AcrTokens;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AcrTokens;

#nullable disable // Cake repeats the signatures in scripts, where annotations are warnings

public static partial class AcrTokenAliases
{
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapCreate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrScopeMap AcrScopeMapCreate(this ICakeContext context, AcrScopeMapCreateSettings settings) => Wait(AcrScopeMapCreateAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapCreate/*"/>
    [CakeMethodAlias] public static AcrScopeMap AcrScopeMapCreate(this ICakeContext context, Func<AcrScopeMapCreateSettings, AcrScopeMapCreateSettings> configure) => AcrScopeMapCreate(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapCreate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrScopeMap> AcrScopeMapCreateAsync(this ICakeContext context, AcrScopeMapCreateSettings settings) => AcrScopeMapCreateAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapCreate/*"/>
    [CakeMethodAlias] public static Task<AcrScopeMap> AcrScopeMapCreateAsync(this ICakeContext context, Func<AcrScopeMapCreateSettings, AcrScopeMapCreateSettings> configure) =>
        AcrScopeMapCreateAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapCreate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrScopeMap> AcrScopeMapCreateAsync(this ICakeContext context, AcrScopeMapCreateSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).CreateScopeMapAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapCreate/*"/>
    [CakeMethodAlias] public static Task<AcrScopeMap> AcrScopeMapCreateAsync(this ICakeContext context, Func<AcrScopeMapCreateSettings, AcrScopeMapCreateSettings> configure, CancellationToken cancellationToken) =>
        AcrScopeMapCreateAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapUpdate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrScopeMap AcrScopeMapUpdate(this ICakeContext context, AcrScopeMapUpdateSettings settings) => Wait(AcrScopeMapUpdateAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapUpdate/*"/>
    [CakeMethodAlias] public static AcrScopeMap AcrScopeMapUpdate(this ICakeContext context, Func<AcrScopeMapUpdateSettings, AcrScopeMapUpdateSettings> configure) => AcrScopeMapUpdate(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapUpdate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrScopeMap> AcrScopeMapUpdateAsync(this ICakeContext context, AcrScopeMapUpdateSettings settings) => AcrScopeMapUpdateAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapUpdate/*"/>
    [CakeMethodAlias] public static Task<AcrScopeMap> AcrScopeMapUpdateAsync(this ICakeContext context, Func<AcrScopeMapUpdateSettings, AcrScopeMapUpdateSettings> configure) =>
        AcrScopeMapUpdateAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapUpdate/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrScopeMap> AcrScopeMapUpdateAsync(this ICakeContext context, AcrScopeMapUpdateSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).UpdateScopeMapAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapUpdate/*"/>
    [CakeMethodAlias] public static Task<AcrScopeMap> AcrScopeMapUpdateAsync(this ICakeContext context, Func<AcrScopeMapUpdateSettings, AcrScopeMapUpdateSettings> configure, CancellationToken cancellationToken) =>
        AcrScopeMapUpdateAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrScopeMap AcrScopeMapGet(this ICakeContext context, AcrScopeMapGetSettings settings) => Wait(AcrScopeMapGetAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapGet/*"/>
    [CakeMethodAlias] public static AcrScopeMap AcrScopeMapGet(this ICakeContext context, Func<AcrScopeMapGetSettings, AcrScopeMapGetSettings> configure) => AcrScopeMapGet(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrScopeMap> AcrScopeMapGetAsync(this ICakeContext context, AcrScopeMapGetSettings settings) => AcrScopeMapGetAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapGet/*"/>
    [CakeMethodAlias] public static Task<AcrScopeMap> AcrScopeMapGetAsync(this ICakeContext context, Func<AcrScopeMapGetSettings, AcrScopeMapGetSettings> configure) =>
        AcrScopeMapGetAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapGet/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrScopeMap> AcrScopeMapGetAsync(this ICakeContext context, AcrScopeMapGetSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).GetScopeMapAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapGet/*"/>
    [CakeMethodAlias] public static Task<AcrScopeMap> AcrScopeMapGetAsync(this ICakeContext context, Func<AcrScopeMapGetSettings, AcrScopeMapGetSettings> configure, CancellationToken cancellationToken) =>
        AcrScopeMapGetAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapList/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static IReadOnlyList<AcrScopeMap> AcrScopeMapList(this ICakeContext context, AcrScopeMapListSettings settings) =>
        Wait(AcrScopeMapListAsync(context, settings).ToListAsync().AsTask());
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapList/*"/>
    [CakeMethodAlias] public static IReadOnlyList<AcrScopeMap> AcrScopeMapList(this ICakeContext context, Func<AcrScopeMapListSettings, AcrScopeMapListSettings> configure) =>
        AcrScopeMapList(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapList/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static IAsyncEnumerable<AcrScopeMap> AcrScopeMapListAsync(this ICakeContext context, AcrScopeMapListSettings settings) => AcrScopeMapListAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapList/*"/>
    [CakeMethodAlias] public static IAsyncEnumerable<AcrScopeMap> AcrScopeMapListAsync(this ICakeContext context, Func<AcrScopeMapListSettings, AcrScopeMapListSettings> configure) =>
        AcrScopeMapListAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapList/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static IAsyncEnumerable<AcrScopeMap> AcrScopeMapListAsync(this ICakeContext context, AcrScopeMapListSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).ListScopeMapsAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapList/*"/>
    [CakeMethodAlias] public static IAsyncEnumerable<AcrScopeMap> AcrScopeMapListAsync(this ICakeContext context, Func<AcrScopeMapListSettings, AcrScopeMapListSettings> configure, CancellationToken cancellationToken) =>
        AcrScopeMapListAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static void AcrScopeMapDelete(this ICakeContext context, AcrScopeMapDeleteSettings settings) => AcrScopeMapDeleteAsync(context, settings).GetAwaiter().GetResult();
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapDelete/*"/>
    [CakeMethodAlias] public static void AcrScopeMapDelete(this ICakeContext context, Func<AcrScopeMapDeleteSettings, AcrScopeMapDeleteSettings> configure) => AcrScopeMapDelete(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task AcrScopeMapDeleteAsync(this ICakeContext context, AcrScopeMapDeleteSettings settings) => AcrScopeMapDeleteAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapDelete/*"/>
    [CakeMethodAlias] public static Task AcrScopeMapDeleteAsync(this ICakeContext context, Func<AcrScopeMapDeleteSettings, AcrScopeMapDeleteSettings> configure) =>
        AcrScopeMapDeleteAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapDelete/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task AcrScopeMapDeleteAsync(this ICakeContext context, AcrScopeMapDeleteSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).DeleteScopeMapAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrScopeMapDelete/*"/>
    [CakeMethodAlias] public static Task AcrScopeMapDeleteAsync(this ICakeContext context, Func<AcrScopeMapDeleteSettings, AcrScopeMapDeleteSettings> configure, CancellationToken cancellationToken) =>
        AcrScopeMapDeleteAsync(context, New(configure), cancellationToken);
}
