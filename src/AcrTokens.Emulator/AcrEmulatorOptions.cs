namespace AcrTokens.Emulator;

/// <summary>The options of an <see cref="AcrEmulator"/>. Every option has a default that works.</summary>
public sealed record AcrEmulatorOptions
{
    /// <summary>The only subscription that Resource Manager knows. Default: 11111111-2222-3333-4444-555555555555.</summary>
    public string SubscriptionId { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The only resource group. Default: <c>my-resource-group</c>.</summary>
    public string ResourceGroupName { get; init; } = "my-resource-group";

    /// <summary>The tenant that clients sign in to. Default: 33333333-4444-5555-6666-777777777777.</summary>
    public string TenantId { get; init; } = "33333333-4444-5555-6666-777777777777";

    /// <summary>The registry's name. Default: <c>myregistry</c>.</summary>
    public string RegistryName { get; init; } = "myregistry";

    /// <summary>The names of further registries, each with its own ports. Default: none.</summary>
    public IReadOnlyList<string> FurtherRegistryNames { get; init; } = [];

    /// <summary>The SKU of every registry. Default: <see cref="AcrEmulatorSku.Premium"/>.</summary>
    public AcrEmulatorSku Sku { get; init; } = AcrEmulatorSku.Premium;

    /// <summary>The registry's region. Default: <c>westeurope</c>.</summary>
    public string Location { get; init; } = "westeurope";

    /// <summary>The https port of Resource Manager on loopback. Default: 0, any free port.</summary>
    /// <remarks>In process no port is opened, and 0 means 44300 in the address.</remarks>
    public int ResourceManagerPort { get; init; }

    /// <summary>The http port of the registry and its token server on loopback. Default: 0, any free port.</summary>
    /// <remarks>Further registries use the ports that follow. In process no port is opened, and 0 means 5000 in the address.</remarks>
    public int RegistryPort { get; init; }

    /// <summary>
    /// The https port of the registry and its token server on loopback; 0 for any free port. Default: <see langword="null"/>, http only.
    /// </summary>
    /// <remarks>If it is set, Resource Manager returns the https address as the login server. Further registries use the ports that follow.
    /// In process 0 means 5500.</remarks>
    public int? RegistryHttpsPort { get; init; }

    /// <summary>The clock behind every date, expiry and delay. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a new token stays <c>Creating</c>, by <see cref="TimeProvider"/>. Default: zero.</summary>
    /// <remarks>Until then no password can be generated for it: the request fails with 409 <c>TokenNotActive</c>.</remarks>
    public TimeSpan CreationDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How long every response is delayed, by the timers of <see cref="TimeProvider"/>. Default: zero.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// The number of tokens, scope maps or registries on one page of a list. Further pages follow by <c>nextLink</c>. Default: 100, which is
    /// assumed.
    /// </summary>
    public int PageSize { get; init; } = 100;

    /// <summary>
    /// Whether Resource Manager throttles with 429 once a principal exceeds its budget. Each principal has 250 reads, 200 writes and 200 deletes,
    /// refilled by 25, 10 and 10 a second. All principals together have 15 times as much. Default: <see langword="false"/>.
    /// </summary>
    public bool Throttle { get; init; }

    /// <summary>
    /// Whether responses of long-running operations carry <c>Retry-After: 10</c>, as Azure's usually do. Default: <see langword="true"/>.
    /// </summary>
    public bool SendRetryAfter { get; init; } = true;

    /// <summary>
    /// Whether poll addresses carry a signed query of about 3.5 kB, as Azure's have since 2025. Clients must follow it verbatim. Default:
    /// <see langword="true"/>.
    /// </summary>
    public bool SignPollAddresses { get; init; } = true;

    /// <summary>
    /// Whether the registry's admin user may log in and its credentials may be read. Default: <see langword="false"/>, as in Azure.
    /// </summary>
    public bool AdminUserEnabled { get; init; }

    /// <summary>The conditions simulated from the start: policies, locks, a firewall and the like. Default: none.</summary>
    public EmulatorSimulations Simulations { get; init; } = new();

    /// <summary>
    /// The address of a registry without authentication, as in <c>http://localhost:5001</c>, that stores the emulator's images. Default:
    /// <see langword="null"/>, the emulator stores them itself.
    /// </summary>
    public Uri? UpstreamRegistry { get; init; }

    /// <summary>A JSON file of scope maps, tokens and clients that exist from the start. Default: <see langword="null"/>.</summary>
    public string? SeedFile { get; init; }

    /// <summary>
    /// Whether faults, clock, requests and state can be controlled over HTTP, under <c>/_emulator/</c> and with
    /// <see cref="AcrEmulator.ControlKey"/>. Default: <see langword="true"/>.
    /// </summary>
    public bool EnableControlApi { get; init; } = true;
}
