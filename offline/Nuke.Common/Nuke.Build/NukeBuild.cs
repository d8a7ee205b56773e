namespace Nuke.Common;

[InjectParameterValues(Priority = 100)]
public abstract class NukeBuild : INukeBuild
{
    private readonly List<BuildExtensionAttributeBase> _extensions;

    static NukeBuild() => RootDirectory = FindRoot(Environment.CurrentDirectory);

    protected NukeBuild()
    {
        _extensions = [.. GetType().GetCustomAttributes<BuildExtensionAttributeBase>().OrderByDescending(x => x.Priority)];
        _extensions.ForEach(x => x.Build = this);
    }

    public static AbsolutePath RootDirectory { get; }

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; }
    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => In(ExecutionStatus.Scheduled);
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => In(ExecutionStatus.Running);
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => In(ExecutionStatus.Failed);
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => In(ExecutionStatus.Succeeded);
    public bool IsFailing => In(ExecutionStatus.Failed, ExecutionStatus.Aborted, ExecutionStatus.NotRun).Count > 0;
    public bool IsSucceeding => !IsFailing;
    public int? ExitCode { get; set; }

    List<BuildExtensionAttributeBase> INukeBuild.Extensions => _extensions;

    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute(defaultTargetExpressions);

    public void ReportSummary(Configure<Dictionary<string, string>> configurator = null) =>
        ReportSummary(ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running), configurator);

    protected internal virtual void OnBuildCreated() { }

    protected internal virtual void OnBuildInitialized() { }

    protected internal virtual void OnBuildFinished() { }

    protected internal virtual void OnTargetRunning(string target) { }

    protected internal virtual void OnTargetSkipped(string target) { }

    protected internal virtual void OnTargetSucceeded(string target) { }

    protected internal virtual void OnTargetFailed(string target) { }

    internal void ReportSummary(ExecutableTarget target, Configure<Dictionary<string, string>> configurator)
    {
        target.SummaryInformation = configurator.InvokeSafe([]);
        Raise<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
    }

    /// <summary>Notifies the extensions, highest priority first, and the build's own override last.</summary>
    internal void Raise<T>(Action<T> tell, Action own = null)
    {
        _extensions.OfType<T>().ToList().ForEach(tell);
        own?.Invoke();
    }

    private List<ExecutableTarget> In(params ExecutionStatus[] statuses) => [.. ExecutionPlan.Where(x => statuses.Contains(x.Status))];

    private static string FindRoot(string directory) =>
        Path.Exists(Path.Join(directory, ".nuke"))
            ? directory
            : FindRoot(
                Path.GetDirectoryName(directory)
                    .NotNull($"Could not locate '.nuke' directory/file while walking up from '{Environment.CurrentDirectory}'.")
            );
}
