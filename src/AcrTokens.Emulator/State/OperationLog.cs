using System.Collections.Concurrent;

namespace AcrTokens.Emulator.State;

/// <summary>The long-running operations, with state and end of each. Only the last 10,000 are kept.</summary>
internal sealed class OperationLog(TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (string BegunBy, string State, DateTimeOffset EndsAt)> operations = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly ConcurrentQueue<string> oldest = new();

    public void Start(string operationId, string begunBy, string state, DateTimeOffset endsAt)
    {
        operations[operationId] = (begunBy, state, endsAt);
        oldest.Enqueue(operationId);
        while (oldest.Count > Most && oldest.TryDequeue(out var id))
        {
            operations.TryRemove(id, out _);
        }
    }

    /// <summary>The name of the request that began the operation; null if there is no such operation.</summary>
    public string? BegunBy(string operationId) => operations.TryGetValue(operationId, out var operation) ? operation.BegunBy : null;

    /// <summary>The operation's current state; null if there is no such operation.</summary>
    public string? StateOf(string operationId)
    {
        if (!operations.TryGetValue(operationId, out var operation))
        {
            return null;
        }

        return clock.GetUtcNow() < operation.EndsAt ? operation.State : "Succeeded";
    }
}
