namespace AcrTokens;

/// <summary>The settings of a task that may be a long-running operation.</summary>
public interface IAcrNoWait
{
    /// <summary>
    /// Whether to return after the service's first response, with its state. Default: false, which waits for the service to finish.
    /// </summary>
    bool NoWait { get; init; }
}
