using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Emulator;

// The one file that knows the library: all else here shares no code with it, so that the two can disagree.
public sealed partial class AcrEmulator
{
    /// <summary>Signs in by showing <see cref="AccessToken"/>: a credential for this library and for Azure's SDKs.</summary>
    public TokenCredential Credential => DelegatedTokenCredential.Create((_, _) => new AccessToken(AccessToken, DateTimeOffset.MaxValue));

    /// <summary>
    /// How this library talks to the emulator, as in <c>new AcrClient(emulator.Credential, emulator.CreateClientOptions())</c>: its cloud, its
    /// subscription, a transport that reaches it and trusts its certificate, and the clock of the options. <c>SetRegistryName</c> of such a
    /// client takes <see cref="LoginServer"/> as well.
    /// </summary>
    /// <returns>New options, to be changed as needed.</returns>
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
