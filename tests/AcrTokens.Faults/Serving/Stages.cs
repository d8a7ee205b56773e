using System.Collections.Concurrent;

namespace AcrTokens.Faults.Serving;

/// <summary>Stages where a build stops until the runner continues it.</summary>
internal sealed class Stages
{
    private readonly ConcurrentDictionary<(string Case, string Name), Stage> stages = [];

    private readonly ConcurrentDictionary<(string Case, string Name), bool> reached = [];

    /// <summary>The place that a case has come to when a request of it is answered. Nothing stops there.</summary>
    public static string Answered(Operation operation) => $"answered-{operation}";

    public void StopAt(string @case, string name) => stages[(@case, name)] = new Stage();

    /// <summary>Called by the build. Returns the runner's instruction, or to continue if the runner does not stop it here.</summary>
    public Task<string> ReachAsync(string @case, string name)
    {
        reached[(@case, name)] = true;
        if (!stages.TryGetValue((@case, name), out var stage))
            return Task.FromResult("go");

        stage.Reached.TrySetResult();
        return stage.Instruction.Task;
    }

    /// <summary>Called by the runner. Completes when the build has reached the stage.</summary>
    public Task ReachedAsync(string @case, string name) => stages[(@case, name)].Reached.Task;

    /// <summary>Whether the build has reached the stage, stopped there or not.</summary>
    public bool HasReached(string @case, string name) => reached.ContainsKey((@case, name));

    public void Tell(string @case, string name, string instruction) => stages[(@case, name)].Instruction.TrySetResult(instruction);

    private sealed record Stage
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Instruction { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
