using System.Collections.Concurrent;

namespace AcrTokens.Faults.Serving;

/// <summary>Places where a build stops until it is told what to do: the meeting points of builds and the runner.</summary>
internal sealed class Stages
{
    private readonly ConcurrentDictionary<(string Case, string Name), Stage> stages = [];

    private readonly ConcurrentDictionary<(string Case, string Name), bool> reached = [];

    /// <summary>The place that a case has come to when a request of it is answered. Nothing stops there.</summary>
    public static string Answered(Operation operation) => $"answered-{operation}";

    public void StopAt(string @case, string name) => stages[(@case, name)] = new Stage();

    /// <summary>Asked by the build: what to do. Where nobody stops it, to go on.</summary>
    public Task<string> ReachAsync(string @case, string name)
    {
        reached[(@case, name)] = true;
        if (!stages.TryGetValue((@case, name), out var stage))
            return Task.FromResult("go");

        stage.Reached.TrySetResult();
        return stage.Instruction.Task;
    }

    /// <summary>Asked by the runner: ends when the build has come to the stage.</summary>
    public Task ReachedAsync(string @case, string name) => stages[(@case, name)].Reached.Task;

    /// <summary>Whether the build has come to the stage, stopped there or not.</summary>
    public bool HasReached(string @case, string name) => reached.ContainsKey((@case, name));

    public void Tell(string @case, string name, string instruction) => stages[(@case, name)].Instruction.TrySetResult(instruction);

    private sealed record Stage
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Instruction { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
