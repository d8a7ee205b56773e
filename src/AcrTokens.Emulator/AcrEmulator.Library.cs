using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Emulator;

// The only file that uses the library. The rest shares no code with it, so that the two can disagree.
public sealed partial class AcrEmulator
{
    /// <summary>A credential for this library and for Azure's SDKs. It presents <see cref="AccessToken"/>.</summary>
    public TokenCredential Credential => DelegatedTokenCredential.Create((_, _) => new AccessToken(AccessToken, DateTimeOffset.MaxValue));

    /// <summary>
    /// Creates options for a client of this emulator, as in <c>new AcrClient(emulator.Credential, emulator.CreateClientOptions())</c>. They hold
    /// the emulator's cloud and subscription, a transport that reaches it and trusts its certificate, and the clock of its options.
    /// With such a client, <c>SetRegistryName</c> accepts <see cref="LoginServer"/> as well.
    /// </summary>
    /// <returns>New options. Change them as needed.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The transport keeps the handler as long as the client lives.")]
    public AcrClientOptions CreateClientOptions() =>
        new()
        {
            Cloud = new AcrCloud(ResourceManagerEndpoint, "https://management.azure.com") { AuthorityHost = ResourceManagerEndpoint },
            SubscriptionId = state.Options.SubscriptionId,
            Transport = new HttpClientTransport(CreateHandler()),
            TimeProvider = state.Options.TimeProvider,
        };
}
