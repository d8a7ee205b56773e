using System.Collections.Concurrent;

namespace AcrTokens.Emulator.State;

/// <summary>Long-running operations: what state each is in, and when it is over.</summary>
internal sealed class OperationLog(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (string State, DateTimeOffset EndsAt)> operations = new(StringComparer.OrdinalIgnoreCase);

    public void Start(string operationId, string state, DateTimeOffset endsAt) => operations[operationId] = (state, endsAt);

    /// <summary>The operation's state now; null where there is no such operation.</summary>
    public string? StateOf(string operationId)
    {
        if (!operations.TryGetValue(operationId, out var operation))
        {
            return null;
        }

        return clock.GetUtcNow() < operation.EndsAt ? operation.State : "Succeeded";
    }
}
