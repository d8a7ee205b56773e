using System.Runtime.CompilerServices;
using AcrTokens;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AcrTokens;

#nullable disable // Cake repeats the signatures in scripts, where annotations are warnings

public static partial class AcrTokenAliases
{
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenMint/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrTokenLease AcrTokenMint(this ICakeContext context, AcrTokenMintSettings settings) => Wait(AcrTokenMintAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenMint/*"/>
    [CakeMethodAlias] public static AcrTokenLease AcrTokenMint(this ICakeContext context, Func<AcrTokenMintSettings, AcrTokenMintSettings> configure) => AcrTokenMint(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenMint/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrTokenLease> AcrTokenMintAsync(this ICakeContext context, AcrTokenMintSettings settings) => AcrTokenMintAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenMint/*"/>
    [CakeMethodAlias] public static Task<AcrTokenLease> AcrTokenMintAsync(this ICakeContext context, Func<AcrTokenMintSettings, AcrTokenMintSettings> configure) =>
        AcrTokenMintAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenMint/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrTokenLease> AcrTokenMintAsync(this ICakeContext context, AcrTokenMintSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).MintTokenAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenMint/*"/>
    [CakeMethodAlias] public static Task<AcrTokenLease> AcrTokenMintAsync(this ICakeContext context, Func<AcrTokenMintSettings, AcrTokenMintSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenMintAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevoke/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static void AcrTokenRevoke(this ICakeContext context, AcrTokenRevokeSettings settings) => AcrTokenRevokeAsync(context, settings).GetAwaiter().GetResult();
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevoke/*"/>
    [CakeMethodAlias] public static void AcrTokenRevoke(this ICakeContext context, Func<AcrTokenRevokeSettings, AcrTokenRevokeSettings> configure) => AcrTokenRevoke(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevoke/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task AcrTokenRevokeAsync(this ICakeContext context, AcrTokenRevokeSettings settings) => AcrTokenRevokeAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevoke/*"/>
    [CakeMethodAlias] public static Task AcrTokenRevokeAsync(this ICakeContext context, Func<AcrTokenRevokeSettings, AcrTokenRevokeSettings> configure) => AcrTokenRevokeAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevoke/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task AcrTokenRevokeAsync(this ICakeContext context, AcrTokenRevokeSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).RevokeTokenAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevoke/*"/>
    [CakeMethodAlias] public static Task AcrTokenRevokeAsync(this ICakeContext context, Func<AcrTokenRevokeSettings, AcrTokenRevokeSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenRevokeAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenSweep/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrSweepReport AcrTokenSweep(this ICakeContext context, AcrTokenSweepSettings settings) => Wait(AcrTokenSweepAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenSweep/*"/>
    [CakeMethodAlias] public static AcrSweepReport AcrTokenSweep(this ICakeContext context, Func<AcrTokenSweepSettings, AcrTokenSweepSettings> configure) => AcrTokenSweep(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenSweep/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrSweepReport> AcrTokenSweepAsync(this ICakeContext context, AcrTokenSweepSettings settings) => AcrTokenSweepAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenSweep/*"/>
    [CakeMethodAlias] public static Task<AcrSweepReport> AcrTokenSweepAsync(this ICakeContext context, Func<AcrTokenSweepSettings, AcrTokenSweepSettings> configure) =>
        AcrTokenSweepAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenSweep/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrSweepReport> AcrTokenSweepAsync(this ICakeContext context, AcrTokenSweepSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).SweepTokensAsync(InDryRun(settings), cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenSweep/*"/>
    [CakeMethodAlias] public static Task<AcrSweepReport> AcrTokenSweepAsync(this ICakeContext context, Func<AcrTokenSweepSettings, AcrTokenSweepSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenSweepAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenPreflight/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static AcrPreflightReport AcrTokenPreflight(this ICakeContext context, AcrTokenPreflightSettings settings) => Wait(AcrTokenPreflightAsync(context, settings));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenPreflight/*"/>
    [CakeMethodAlias] public static AcrPreflightReport AcrTokenPreflight(this ICakeContext context, Func<AcrTokenPreflightSettings, AcrTokenPreflightSettings> configure) =>
        AcrTokenPreflight(context, New(configure));
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenPreflight/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrPreflightReport> AcrTokenPreflightAsync(this ICakeContext context, AcrTokenPreflightSettings settings) => AcrTokenPreflightAsync(context, settings, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenPreflight/*"/>
    [CakeMethodAlias] public static Task<AcrPreflightReport> AcrTokenPreflightAsync(this ICakeContext context, Func<AcrTokenPreflightSettings, AcrTokenPreflightSettings> configure) =>
        AcrTokenPreflightAsync(context, New(configure), default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenPreflight/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task<AcrPreflightReport> AcrTokenPreflightAsync(this ICakeContext context, AcrTokenPreflightSettings settings, CancellationToken cancellationToken) =>
        ClientFor(context).PreflightAsync(settings, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenPreflight/*"/>
    [CakeMethodAlias] public static Task<AcrPreflightReport> AcrTokenPreflightAsync(this ICakeContext context, Func<AcrTokenPreflightSettings, AcrTokenPreflightSettings> configure, CancellationToken cancellationToken) =>
        AcrTokenPreflightAsync(context, New(configure), cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static void WithAcrToken(this ICakeContext context, AcrTokenMintSettings settings, Action<AcrTokenLease> body) => ClientFor(context).WithToken(InDryRun(settings), body);
    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias] public static void WithAcrToken(this ICakeContext context, Func<AcrTokenMintSettings, AcrTokenMintSettings> configure, Action<AcrTokenLease> body) =>
        WithAcrToken(context, New(configure), body);
    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task WithAcrTokenAsync(this ICakeContext context, AcrTokenMintSettings settings, Func<AcrTokenLease, Task> body) => WithAcrTokenAsync(context, settings, body, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias] public static Task WithAcrTokenAsync(this ICakeContext context, Func<AcrTokenMintSettings, AcrTokenMintSettings> configure, Func<AcrTokenLease, Task> body) =>
        WithAcrTokenAsync(context, New(configure), body, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)] public static Task WithAcrTokenAsync(this ICakeContext context, AcrTokenMintSettings settings, Func<AcrTokenLease, Task> body, CancellationToken cancellationToken) =>
        ClientFor(context).WithTokenAsync(InDryRun(settings), body, cancellationToken);
    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias] public static Task WithAcrTokenAsync(this ICakeContext context, Func<AcrTokenMintSettings, AcrTokenMintSettings> configure, Func<AcrTokenLease, Task> body, CancellationToken cancellationToken) =>
        WithAcrTokenAsync(context, New(configure), body, cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevokeLease/*"/>
    [CakeMethodAlias] public static void AcrTokenRevoke(this ICakeContext context, AcrTokenLease lease) => AcrTokenRevokeAsync(context, lease).GetAwaiter().GetResult();
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevokeLease/*"/>
    [CakeMethodAlias] public static Task AcrTokenRevokeAsync(this ICakeContext context, AcrTokenLease lease) => AcrTokenRevokeAsync(context, lease, default);
    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevokeLease/*"/>
    [CakeMethodAlias] public static Task AcrTokenRevokeAsync(this ICakeContext context, AcrTokenLease lease, CancellationToken cancellationToken) =>
        lease is null ? Task.CompletedTask : lease.RevokeAsync(cancellationToken);
}
