using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AcrTokens.Emulator.State;

/// <summary>The applications that may sign in: one from the start, and those in a seed.</summary>
internal sealed class ServicePrincipals
{
    private readonly ConcurrentDictionary<string, ServicePrincipal> known = new(StringComparer.OrdinalIgnoreCase);

    public ServicePrincipals() => Add(new ServicePrincipal(DefaultClientId, DefaultSecret));

    public string DefaultClientId { get; } = "44444444-5555-6666-7777-888888888888";

    public string DefaultSecret { get; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    public void Add(ServicePrincipal principal) => known[principal.ClientId] = principal;

    public IEnumerable<ServicePrincipal> All() => known.Values.OrderBy(principal => principal.ClientId, StringComparer.Ordinal);

    public ServicePrincipal? Find(string clientId) => known.GetValueOrDefault(clientId);
}
