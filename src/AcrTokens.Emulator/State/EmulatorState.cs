using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.Simulations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.State;

/// <summary>All that one emulator knows. Each part is safe for parallel use by itself.</summary>
internal sealed class EmulatorState : IDisposable
{
    private readonly Lazy<EmulatorCertificate> certificate = new(EmulatorCertificate.Create);

    public EmulatorState(AcrEmulatorOptions options)
    {
        Options = options;
        Clock = new MovableClock(options.TimeProvider);
        Operations = new OperationLog(Clock);
        Faults = new FaultPlan(Clock);
        Simulator = new Simulator(Clock) { Current = options.Simulations };
        Registries =
        [
            .. options.FurtherRegistryNames.Prepend(options.RegistryName).Select(name => new RegistryState(name, options, Clock.GetUtcNow())),
        ];
    }

    public AcrEmulatorOptions Options { get; }

    public MovableClock Clock { get; }

    /// <summary>Known once the ports are open.</summary>
    public Uri ResourceManager { get; set; } = null!;

    /// <summary>The first is the one that the emulator's own addresses name.</summary>
    public IReadOnlyList<RegistryState> Registries { get; }

    public ServicePrincipals Principals { get; } = new();

    public OperationLog Operations { get; }

    public RequestLog Requests { get; } = new();

    public FaultPlan Faults { get; }

    public Simulator Simulator { get; }

    /// <summary>A bearer token of Resource Manager that never expires.</summary>
    public string AccessToken { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Opens the control API.</summary>
    public string ControlKey { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Made when first needed: in process, a test that never logs in does without an RSA key.</summary>
    public EmulatorCertificate Certificate => certificate.Value;

    public bool TryFind(string registryName, [NotNullWhen(true)] out RegistryState? registry)
    {
        registry = Registries.FirstOrDefault(r => r.Identity.RegistryName.Equals(registryName, StringComparison.OrdinalIgnoreCase));
        return registry is not null;
    }

    /// <summary>The registry in a path of Resource Manager; null where there is none in it.</summary>
    public RegistryState? Find(HttpContext context) =>
        context.GetRouteValue("registry") is not string name ? null
        : TryFind(name, out var registry) ? registry
        : throw ArmRefusals.RegistryNotFound(name, Options.ResourceGroupName);

    /// <summary>Each registry has ports of its own; whoever comes by another name, such as that of a forwarded port, gets the first.</summary>
    public RegistryState At(HostString host) =>
        Registries.FirstOrDefault(r => r.Address.Endpoint.Port == host.Port || r.Address.HttpsEndpoint?.Port == host.Port) ?? Registries[0];

    public void Dispose()
    {
        if (certificate.IsValueCreated)
        {
            certificate.Value.Dispose();
        }
    }
}
