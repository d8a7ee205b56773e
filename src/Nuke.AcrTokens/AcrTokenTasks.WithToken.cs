using System.Runtime.CompilerServices;
using AcrTokens;
using Nuke.Common.Tooling;

namespace Nuke.AcrTokens;

public static partial class AcrTokenTasks
{
    /// <summary>Mints a token, passes its lease to the body, and revokes it, however the body ends.</summary>
    /// <exception cref="AcrException">The mint or the revocation failed.</exception>
    /// <exception cref="AggregateException">The body and the revocation failed; the body's exception comes first.</exception>
    public static void WithAcrToken(Configure<AcrTokenMintSettings> configurator, Action<AcrTokenLease> body) =>
        WithAcrToken(configurator.InvokeSafe(new()), body);

    /// <inheritdoc cref="WithAcrToken(Configure{AcrTokenMintSettings}, Action{AcrTokenLease})"/>
    [OverloadResolutionPriority(1)]
    public static void WithAcrToken(AcrTokenMintSettings settings, Action<AcrTokenLease> body) => Client.WithToken(settings, body);

    /// <inheritdoc cref="WithAcrToken(Configure{AcrTokenMintSettings}, Action{AcrTokenLease})"/>
    public static Task WithAcrTokenAsync(
        Configure<AcrTokenMintSettings> configurator,
        Func<AcrTokenLease, Task> body,
        CancellationToken cancellationToken = default
    ) => WithAcrTokenAsync(configurator.InvokeSafe(new()), body, cancellationToken);

    /// <inheritdoc cref="WithAcrToken(Configure{AcrTokenMintSettings}, Action{AcrTokenLease})"/>
    [OverloadResolutionPriority(1)]
    public static Task WithAcrTokenAsync(
        AcrTokenMintSettings settings,
        Func<AcrTokenLease, Task> body,
        CancellationToken cancellationToken = default
    ) => Client.WithTokenAsync(settings, body, cancellationToken);
}
