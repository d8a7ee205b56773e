using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens.Hosts;

/// <summary>The client that a build system's tasks share. For hosts: one for the process, which the build may replace.</summary>
/// <param name="log">The build system's logger, for clients without one.</param>
public sealed class AcrHostClient(ILogger log)
{
    private readonly Lazy<AcrClient> original = new(() => new AcrClient(options: new() { Logger = log }));
    private AcrClient? chosen;

    /// <summary>
    /// The build's client; if it has no logger, a copy with the build system's. Default: <c>DefaultAzureCredential</c> on the global cloud.
    /// </summary>
    public AcrClient Client
    {
        get => chosen ?? original.Value;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            chosen = value.Logger == NullLogger.Instance ? value.WithLogger(log) : value;
        }
    }
}
