namespace Nuke.Common;

public interface INukeBuild
{
    internal List<BuildExtensionAttributeBase> Extensions { get; }

    IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; }
    IReadOnlyCollection<ExecutableTarget> ScheduledTargets { get; }
    IReadOnlyCollection<ExecutableTarget> RunningTargets { get; }
    IReadOnlyCollection<ExecutableTarget> FailedTargets { get; }
    IReadOnlyCollection<ExecutableTarget> SucceededTargets { get; }
    bool IsSucceeding { get; }
    bool IsFailing { get; }
    int? ExitCode { get; set; }
    void ReportSummary(Configure<Dictionary<string, string>> configurator = null);
}
