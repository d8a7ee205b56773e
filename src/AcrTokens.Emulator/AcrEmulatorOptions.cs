namespace AcrTokens.Emulator;

/// <summary>What an <see cref="AcrEmulator"/> pretends to be. Every value has a default that works.</summary>
public sealed record AcrEmulatorOptions
{
    /// <summary>The only subscription that Resource Manager knows. Default: 11111111-2222-3333-4444-555555555555.</summary>
    public string SubscriptionId { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The only resource group. Default: <c>my-resource-group</c>.</summary>
    public string ResourceGroupName { get; init; } = "my-resource-group";

    /// <summary>The only registry. Default: <c>myregistry</c>.</summary>
    public string RegistryName { get; init; } = "myregistry";

    /// <summary>The registry's region. Default: <c>westeurope</c>.</summary>
    public string Location { get; init; } = "westeurope";

    /// <summary>The https port of Resource Manager on loopback. Default: 0, any free port.</summary>
    /// <remarks>In process no port is opened; 0 then stands for 44300 in the address.</remarks>
    public int ResourceManagerPort { get; init; }

    /// <summary>The http port of the registry and its token server on loopback. Default: 0, any free port.</summary>
    /// <remarks>In process no port is opened; 0 then stands for 5000 in the address.</remarks>
    public int RegistryPort { get; init; }

    /// <summary>The clock behind every date, expiry and delay. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a new token stays <c>Creating</c>, by <see cref="TimeProvider"/>. Default: zero.</summary>
    /// <remarks>Until then no password can be generated for it: the request is answered 409 <c>TokenNotActive</c>.</remarks>
    public TimeSpan CreationDelay { get; init; } = TimeSpan.Zero;

    /// <summary>Whether answers of long-running operations carry <c>Retry-After: 10</c>, as Azure's usually do. Default: <see langword="true"/>.</summary>
    public bool SendRetryAfter { get; init; } = true;

    /// <summary>Whether poll addresses carry a signed query of about 3 kB that must be followed verbatim, as Azure's do since 2025. Default: <see langword="true"/>.</summary>
    public bool SignPollAddresses { get; init; } = true;

    /// <summary>Whether the registry's admin user may log in and its credentials may be read. Default: <see langword="false"/>, as in Azure.</summary>
    public bool AdminUserEnabled { get; init; }
}
