using System.Collections.Concurrent;

namespace AcrTokens.Emulator.Faults;

/// <summary>Named silences, which can be released.</summary>
internal sealed class Holds
{
    private readonly ConcurrentDictionary<string, Hold> holds = new(StringComparer.Ordinal);

    /// <summary>Holds a request until its name is released. Once released, a name holds no later request either.</summary>
    public Task Enter(string name, CancellationToken ct)
    {
        var hold = Of(name);
        hold.Entered.TrySetResult();
        return hold.Released.Task.WaitAsync(ct);
    }

    public Task WaitFor(string name, CancellationToken ct) => Of(name).Entered.Task.WaitAsync(ct);

    public void Release(string name) => Of(name).Released.TrySetResult();

    public void Clear()
    {
        foreach (var name in holds.Keys)
        {
            if (holds.TryRemove(name, out var hold))
            {
                hold.Released.TrySetResult();
            }
        }
    }

    private Hold Of(string name) => holds.GetOrAdd(name, _ => new Hold());

    private sealed class Hold
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
