using System.Runtime.CompilerServices;
using AcrTokens;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.AcrTokens;

#nullable disable // Cake repeats the signatures in scripts, where annotations are warnings

public static partial class AcrTokenAliases
{
    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)]
    public static void WithAcrToken(this ICakeContext context, AcrTokenMintSettings settings, Action<AcrTokenLease> body) =>
        ClientFor(context).WithToken(InDryRun(settings), body);

    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias]
    public static void WithAcrToken(
        this ICakeContext context,
        Func<AcrTokenMintSettings, AcrTokenMintSettings> configure,
        Action<AcrTokenLease> body
    ) => WithAcrToken(context, New(configure), body);

    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)]
    public static Task WithAcrTokenAsync(this ICakeContext context, AcrTokenMintSettings settings, Func<AcrTokenLease, Task> body) =>
        WithAcrTokenAsync(context, settings, body, default);

    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias]
    public static Task WithAcrTokenAsync(
        this ICakeContext context,
        Func<AcrTokenMintSettings, AcrTokenMintSettings> configure,
        Func<AcrTokenLease, Task> body
    ) => WithAcrTokenAsync(context, New(configure), body, default);

    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias, OverloadResolutionPriority(1)]
    public static Task WithAcrTokenAsync(
        this ICakeContext context,
        AcrTokenMintSettings settings,
        Func<AcrTokenLease, Task> body,
        CancellationToken cancellationToken
    ) => ClientFor(context).WithTokenAsync(InDryRun(settings), body, cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/WithAcrToken/*"/>
    [CakeMethodAlias]
    public static Task WithAcrTokenAsync(
        this ICakeContext context,
        Func<AcrTokenMintSettings, AcrTokenMintSettings> configure,
        Func<AcrTokenLease, Task> body,
        CancellationToken cancellationToken
    ) => WithAcrTokenAsync(context, New(configure), body, cancellationToken);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevokeLease/*"/>
    [CakeMethodAlias]
    public static void AcrTokenRevoke(this ICakeContext context, AcrTokenLease lease) => AcrTokenRevokeAsync(context, lease).GetAwaiter().GetResult();

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevokeLease/*"/>
    [CakeMethodAlias]
    public static Task AcrTokenRevokeAsync(this ICakeContext context, AcrTokenLease lease) => AcrTokenRevokeAsync(context, lease, default);

    /// <include file="AcrTokenAliases.xml" path="tasks/AcrTokenRevokeLease/*"/>
    [CakeMethodAlias]
    public static Task AcrTokenRevokeAsync(this ICakeContext context, AcrTokenLease lease, CancellationToken cancellationToken) =>
        lease is null ? Task.CompletedTask : lease.RevokeAsync(cancellationToken);
}
