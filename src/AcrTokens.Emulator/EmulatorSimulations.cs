namespace AcrTokens.Emulator;

/// <summary>
/// The restrictions that companies put around a registry. All are off by default, and can be changed while the emulator runs.
/// </summary>
public sealed record EmulatorSimulations
{
    /// <summary>The assigned policy against tokens. Default: <see cref="EmulatorTokenPolicy.None"/>.</summary>
    public EmulatorTokenPolicy TokenPolicy { get; init; }

    /// <summary>The lock on every registry. Default: <see cref="EmulatorLock.None"/>.</summary>
    public EmulatorLock Lock { get; init; }

    /// <summary>
    /// Whether the subscription is disabled. It can still be read; every other request fails with 409 <c>ReadOnlyDisabledSubscription</c>.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool SubscriptionDisabled { get; init; }

    /// <summary>
    /// Whether the registries' firewall blocks every client. Token server and data plane then respond with 403 <c>DENIED</c> and the client's
    /// address. Default: <see langword="false"/>.
    /// </summary>
    public bool Firewall { get; init; }

    /// <summary>
    /// Rights that nobody has, as in <c>Microsoft.ContainerRegistry/registries/tokens/delete</c>. Case is ignored. A request that needs one of
    /// them fails with 403 <c>AuthorizationFailed</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> MissingRights { get; init; } = [];

    /// <summary>
    /// The HTTP status, 200 to 599, of a proxy that answers every request with an HTML page. No request then reaches the emulator. Default:
    /// <see langword="null"/>, no proxy.
    /// </summary>
    public int? HtmlProxy { get; init; }

    /// <summary>
    /// How far the service's clock, and with it every <c>Date</c> and expiry, is ahead of this machine's; negative if the machine is
    /// ahead of the service. <see cref="AcrEmulator.AdvanceClock"/> adds to it. Default: zero.
    /// </summary>
    public TimeSpan ClockAhead { get; init; }
}
