using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Makes clients that send through another one's pipeline, with its credential, policies and transport, and a transport of ours
/// on top. The pipeline of a client that exists takes no further policy, and only what derives from the SDK's own base gets at it.
/// </summary>
internal sealed class Relay(ArmClient client, AcrThrottling throttling) : ArmResource(client, ResourceIdentifier.Root)
{
    private static readonly ResourceType[] Types =
    [
        "Microsoft.ContainerRegistry/registries",
        "Microsoft.ContainerRegistry/registries/tokens",
        "Microsoft.ContainerRegistry/registries/scopeMaps",
    ];

    // The other pipeline puts its own access token in the place of this one.
    private static TokenCredential Nobody { get; } = DelegatedTokenCredential.Create((_, _) => new AccessToken("none", DateTimeOffset.MaxValue));

    /// <summary>Sends no POST again while it is unknown whether the service has acted, and waits out what is throttled.</summary>
    public ArmClient ToClient() => ToClient(pipeline => new RelayTransport(pipeline, throttling));

    /// <summary>Does not show the items of lists either that cannot be read.</summary>
    public ArmClient ToClient(ListSieve sieve) => ToClient(pipeline => new SiftingTransport(pipeline, throttling, sieve));

    private ArmClient ToClient(Func<HttpPipeline, HttpPipelineTransport> transport)
    {
        if (Pipeline is null)
            return Client; // a substitute sends nothing

        var options = new ArmClientOptions
        {
            Environment = new ArmEnvironment(Endpoint, Endpoint.AbsoluteUri),
            Transport = transport(Pipeline),
            Retry = { MaxRetries = 0, NetworkTimeout = Timeout.InfiniteTimeSpan },
            Diagnostics =
            {
                IsLoggingEnabled = false,
                IsTelemetryEnabled = false,
                IsDistributedTracingEnabled = Diagnostics.IsDistributedTracingEnabled,
            },
        };
        foreach (var type in Types)
        {
            if (TryGetApiVersion(type, out var apiVersion))
                options.SetApiVersion(type, apiVersion);
        }

        return new ArmClient(Nobody, default, options);
    }
}
