using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.Simulations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.State;

/// <summary>The state of one emulator. Each part is thread-safe.</summary>
internal sealed class EmulatorState : IDisposable
{
    private readonly Lazy<EmulatorCertificate> certificate = new(EmulatorCertificate.Create);

    public EmulatorState(AcrEmulatorOptions options)
    {
        Options = options;
        Clock = new MovableClock(options.TimeProvider);
        Operations = new OperationLog(Clock);
        Requests = new RequestLog(Clock);
        Faults = new FaultPlan(Clock);
        Simulator = new Simulator(Clock) { Current = options.Simulations };
        Registries = [.. options.FurtherRegistryNames.Prepend(options.RegistryName).Select(name => new RegistryState(name, options, Clock))];
    }

    public AcrEmulatorOptions Options { get; }

    public MovableClock Clock { get; }

    /// <summary>The address of Resource Manager. Known once the ports are open.</summary>
    public Uri ResourceManager { get; set; } = null!;

    /// <summary>The registries. The first is the one that the emulator's own addresses name.</summary>
    public IReadOnlyList<RegistryState> Registries { get; }

    public ServicePrincipals Principals { get; } = new();

    public OperationLog Operations { get; }

    public RequestLog Requests { get; }

    public FaultPlan Faults { get; }

    public Simulator Simulator { get; }

    /// <summary>A bearer token of Resource Manager that never expires.</summary>
    public string AccessToken { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>The key of the control API.</summary>
    public string ControlKey { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The certificate, created when first needed: in process, a test that never logs in needs no RSA key.</summary>
    public EmulatorCertificate Certificate => certificate.Value;

    public bool TryFind(string registryName, [NotNullWhen(true)] out RegistryState? registry)
    {
        registry = Registries.FirstOrDefault(r => r.Identity.RegistryName.Equals(registryName, StringComparison.OrdinalIgnoreCase));
        return registry is not null;
    }

    /// <summary>Finds the registry in a path of Resource Manager; null if the path has none.</summary>
    public RegistryState? Find(HttpContext context) =>
        context.GetRouteValue("registry") is not string name ? null
        : TryFind(name, out var registry) ? registry
        : throw ArmRefusals.RegistryNotFound(name, Options.ResourceGroupName);

    /// <summary>Finds the registry by its port. An unknown host, such as a forwarded port, gets the first registry.</summary>
    public RegistryState At(HostString host) =>
        Registries.FirstOrDefault(r => r.Address.Endpoint.Port == host.Port || r.Address.HttpsEndpoint?.Port == host.Port) ?? Registries[0];

    public void Dispose()
    {
        foreach (var registry in Registries)
        {
            registry.Content.Dispose();
        }

        if (certificate.IsValueCreated)
        {
            certificate.Value.Dispose();
        }
    }
}
