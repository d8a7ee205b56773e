using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Creates clients that send through another client's pipeline, with its credential, policies and transport. A custom transport comes on
/// top. An existing client's pipeline accepts no further policy, and only a class derived from the SDK's own base can access it.
/// </summary>
internal sealed class Relay(ArmClient client, AcrThrottling throttling) : ArmResource(client, ResourceIdentifier.Root)
{
    private static readonly ResourceType[] Types =
    [
        "Microsoft.ContainerRegistry/registries",
        "Microsoft.ContainerRegistry/registries/tokens",
        "Microsoft.ContainerRegistry/registries/scopeMaps",
    ];

    // The other pipeline replaces this access token with its own.
    private static TokenCredential Nobody { get; } = DelegatedTokenCredential.Create((_, _) => new AccessToken("none", DateTimeOffset.MaxValue));

    /// <summary>Creates a client that never repeats a POST with an unknown outcome, and waits out throttling.</summary>
    public ArmClient ToClient() => ToClient(pipeline => new RelayTransport(pipeline, throttling));

    /// <summary>Creates a client that also hides list items that cannot be read.</summary>
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
