using System.Collections.Concurrent;

namespace AcrTokens.Faults.Serving;

/// <summary>Requests that are held up until the runner says so.</summary>
internal sealed class Holds
{
    private readonly ConcurrentDictionary<(string Case, Operation Operation), TaskCompletionSource> held = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> released = [];

    /// <summary>Waits for the release, which counts for all that comes later in the case, too.</summary>
    public Task HoldAsync(string @case, Operation operation, CancellationToken cancellationToken)
    {
        held.GetOrAdd((@case, operation), New()).TrySetResult();
        return released.GetOrAdd(@case, New()).Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends when such a request is held up.</summary>
    public Task HeldAsync(string @case, Operation operation) => held.GetOrAdd((@case, operation), New()).Task;

    public void Release(string @case) => released.GetOrAdd(@case, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
