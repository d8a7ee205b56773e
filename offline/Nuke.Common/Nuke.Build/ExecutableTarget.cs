namespace Nuke.Common.Execution;

public enum ExecutionStatus
{
    None,
    Scheduled,
    NotRun,
    Skipped,
    Succeeded,
    Failed,
    Running,
    Aborted,
    Collective,
}

public class ExecutableTarget
{
    internal Stopwatch Stopwatch { get; } = new();

    public string Name { get; set; }
    public bool IsDefault { get; set; }
    public bool Invoked { get; set; }
    public DependencyBehavior DependencyBehavior { get; internal set; }
    public bool AssuredAfterFailure { get; internal set; }
    public bool ProceedAfterFailure { get; internal set; }
    public ExecutionStatus Status { get; set; }
    public TimeSpan Duration => Stopwatch.Elapsed;
    public List<Action> Actions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];
    public List<LambdaExpression> DelegateRequirements { get; } = [];
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];
    public List<ExecutableTarget> OrderDependencies { get; } = [];
    public List<ExecutableTarget> TriggerDependencies { get; } = [];
    public List<ExecutableTarget> Triggers { get; } = [];
    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];
}
