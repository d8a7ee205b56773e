namespace AcrTokens.Emulator;

/// <summary>What an <see cref="AcrEmulator"/> pretends to be. Every value has a default that works.</summary>
public sealed record AcrEmulatorOptions
{
    /// <summary>The only subscription that Resource Manager knows. Default: 11111111-2222-3333-4444-555555555555.</summary>
    public string SubscriptionId { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The only resource group. Default: <c>my-resource-group</c>.</summary>
    public string ResourceGroupName { get; init; } = "my-resource-group";

    /// <summary>The tenant that clients sign in to. Default: 33333333-4444-5555-6666-777777777777.</summary>
    public string TenantId { get; init; } = "33333333-4444-5555-6666-777777777777";

    /// <summary>The registry. Default: <c>myregistry</c>.</summary>
    public string RegistryName { get; init; } = "myregistry";

    /// <summary>Registries beside the first, each with ports of its own. Default: none.</summary>
    public IReadOnlyList<string> FurtherRegistryNames { get; init; } = [];

    /// <summary>The SKU of every registry. Default: <see cref="AcrEmulatorSku.Premium"/>.</summary>
    public AcrEmulatorSku Sku { get; init; } = AcrEmulatorSku.Premium;

    /// <summary>The registry's region. Default: <c>westeurope</c>.</summary>
    public string Location { get; init; } = "westeurope";

    /// <summary>The https port of Resource Manager on loopback. Default: 0, any free port.</summary>
    /// <remarks>In process no port is opened; 0 then stands for 44300 in the address.</remarks>
    public int ResourceManagerPort { get; init; }

    /// <summary>The http port of the registry and its token server on loopback. Default: 0, any free port.</summary>
    /// <remarks>Further registries take the ports that follow. In process no port is opened; 0 then stands for 5000 in the address.</remarks>
    public int RegistryPort { get; init; }

    /// <summary>
    /// The https port of the registry and its token server on loopback, 0 for any free port. Default: <see langword="null"/>, http only.
    /// </summary>
    /// <remarks>Where there is one, it is what Resource Manager calls the login server. Further registries take the ports that follow. In process 0
    /// stands for 5500.</remarks>
    public int? RegistryHttpsPort { get; init; }

    /// <summary>The clock behind every date, expiry and delay. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a new token stays <c>Creating</c>, by <see cref="TimeProvider"/>. Default: zero.</summary>
    /// <remarks>Until then no password can be generated for it: the request is answered 409 <c>TokenNotActive</c>.</remarks>
    public TimeSpan CreationDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How long every answer is held back, by <see cref="TimeProvider"/>'s timers. Default: zero.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How many tokens, scope maps or registries a list holds before it goes on behind a <c>nextLink</c>. Default: 100, which is assumed.
    /// </summary>
    public int PageSize { get; init; } = 100;

    /// <summary>
    /// Whether Resource Manager answers 429 to who asks too much: each principal has 250 reads, 200 writes and 200 deletes, refilled by 25, 10 and 10
    /// a second, and all together 15 times as much. Default: <see langword="false"/>.
    /// </summary>
    public bool Throttle { get; init; }

    /// <summary>
    /// Whether answers of long-running operations carry <c>Retry-After: 10</c>, as Azure's usually do. Default: <see langword="true"/>.
    /// </summary>
    public bool SendRetryAfter { get; init; } = true;

    /// <summary>
    /// Whether poll addresses carry a signed query of about 3.5 kB that must be followed verbatim, as Azure's do since 2025. Default:
    /// <see langword="true"/>.
    /// </summary>
    public bool SignPollAddresses { get; init; } = true;

    /// <summary>
    /// Whether the registry's admin user may log in and its credentials may be read. Default: <see langword="false"/>, as in Azure.
    /// </summary>
    public bool AdminUserEnabled { get; init; }

    /// <summary>What stands around the registry from the start: policies, locks, a firewall and the like. Default: nothing.</summary>
    public EmulatorSimulations Simulations { get; init; } = new();

    /// <summary>
    /// A registry without authentication, as in <c>http://localhost:5001</c>, that stores the images behind the emulator's. Default:
    /// <see langword="null"/>, in memory.
    /// </summary>
    public Uri? UpstreamRegistry { get; init; }

    /// <summary>A JSON file of scope maps, tokens and clients that are there from the start. Default: <see langword="null"/>.</summary>
    public string? SeedFile { get; init; }

    /// <summary>
    /// Whether faults, clock, requests and state can be reached over HTTP, under <c>/_emulator/</c> and with <see cref="AcrEmulator.ControlKey"/>.
    /// Default: <see langword="true"/>.
    /// </summary>
    public bool EnableControlApi { get; init; } = true;
}
