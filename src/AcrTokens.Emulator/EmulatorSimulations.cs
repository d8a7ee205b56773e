namespace AcrTokens.Emulator;

/// <summary>
/// What companies put around a registry, and builds run into. Everything is off by default, and can be changed while the emulator runs.
/// </summary>
public sealed record EmulatorSimulations
{
    /// <summary>The policy that is assigned against tokens. Default: <see cref="EmulatorTokenPolicy.None"/>.</summary>
    public EmulatorTokenPolicy TokenPolicy { get; init; }

    /// <summary>The lock on every registry. Default: <see cref="EmulatorLock.None"/>.</summary>
    public EmulatorLock Lock { get; init; }

    /// <summary>
    /// Whether the subscription is disabled: it can be read, and whatever else is asked of it is answered 409 <c>ReadOnlyDisabledSubscription</c>.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool SubscriptionDisabled { get; init; }

    /// <summary>
    /// Whether the registries' firewall lets nobody in: token server and data plane answer 403 <c>DENIED</c> with the client's address. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool Firewall { get; init; }

    /// <summary>
    /// Rights that nobody has, as in <c>Microsoft.ContainerRegistry/registries/tokens/delete</c>; case does not count. What needs one is
    /// answered 403 <c>AuthorizationFailed</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> MissingRights { get; init; } = [];

    /// <summary>
    /// The HTTP status, 200 to 599, that a proxy answers every request with, and a page of HTML; nothing then reaches the emulator. Default:
    /// <see langword="null"/>, no proxy.
    /// </summary>
    public int? HtmlProxy { get; init; }

    /// <summary>
    /// How far the service's clock, and with it every <c>Date</c> and expiry, is ahead of this machine's; negative for a machine that is
    /// ahead of the service. <see cref="AcrEmulator.AdvanceClock"/> adds to it. Default: zero.
    /// </summary>
    public TimeSpan ClockAhead { get; init; }
}
