using Azure.Core;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>
/// A client that sends through another one's pipeline, with its credential, policies and transport, but sends no POST again
/// while it is unknown whether the service has acted. The pipeline of a client that exists takes no further policy, and only
/// what derives from the SDK's own base gets at it.
/// </summary>
internal sealed class SendOnceClient : ArmResource
{
    private static readonly ResourceType RegistryType = "Microsoft.ContainerRegistry/registries";

    public SendOnceClient(ArmClient client)
        : base(client, ResourceIdentifier.Root)
    {
        if (Pipeline is null)
        {
            Once = client; // a substitute sends nothing
            return;
        }

        var options = new ArmClientOptions
        {
            Environment = new ArmEnvironment(Endpoint, Endpoint.AbsoluteUri),
            Transport = new SendOnceTransport(Pipeline),
            Retry = { MaxRetries = 0, NetworkTimeout = Timeout.InfiniteTimeSpan },
            Diagnostics = { IsLoggingEnabled = false, IsTelemetryEnabled = false, IsDistributedTracingEnabled = Diagnostics.IsDistributedTracingEnabled },
        };
        if (TryGetApiVersion(RegistryType, out var apiVersion))
            options.SetApiVersion(RegistryType, apiVersion);
        Once = new ArmClient(Nobody, default, options);
    }

    public ArmClient Once { get; }

    // The other pipeline puts its own access token in the place of this one.
    private static TokenCredential Nobody { get; } = DelegatedTokenCredential.Create((_, _) => new AccessToken("none", DateTimeOffset.MaxValue));
}
