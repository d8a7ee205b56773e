namespace AcrTokens;

/// <summary>Settings of a task that the service may finish later than it answers.</summary>
public interface IAcrNoWait
{
    /// <summary>Return after the service's first answer, with the state that it shows. Default false: wait until the service is done.</summary>
    bool NoWait { get; init; }
}
