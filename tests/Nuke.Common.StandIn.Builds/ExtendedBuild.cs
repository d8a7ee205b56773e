using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.StandIn.Builds;

[SayingEvents(Priority = 10)]
[AlsoSayingEvents(Priority = -10)]
internal class ExtendedBuild : NukeBuild
{
    Target Mint => _ => _.Says(nameof(Mint)).Executes(() => ReportSummary(x => x.AddPair("Token", "build-42")));
    Target Doubt => _ => _.Says(nameof(Doubt)).DependsOn(Mint).OnlyWhenDynamic(() => RunningTargets.Count > 0);
    Target Push => _ => _.Says(nameof(Push)).DependsOn(Doubt);
    Target Revoke => _ => _.Says(nameof(Revoke)).TriggeredBy(Mint).After(Push).AssuredAfterFailure();

    public static int Run() => Execute<ExtendedBuild>(x => x.Push);

    protected override void OnBuildCreated() => Console.WriteLine("own created");
    protected override void OnBuildInitialized() => Console.WriteLine("own initialized");
    protected override void OnTargetRunning(string target) => Console.WriteLine($"own running {target}");
    protected override void OnTargetSkipped(string target) => Console.WriteLine($"own skipped {target}");
    protected override void OnTargetSucceeded(string target) => Console.WriteLine($"own succeeded {target}");
    protected override void OnTargetFailed(string target) => Console.WriteLine($"own failed {target}");
    protected override void OnBuildFinished() => Console.WriteLine("own finished");
}

internal abstract class SayingEventsBase(string name) : BuildExtensionAttributeBase,
    IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnTargetSkipped, IOnTargetSucceeded, IOnTargetFailed, IOnTargetSummaryUpdated, IOnBuildFinished
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Say($"created, plan known: {Build.ExecutionPlan != null}");

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
        => Say($"initialized, {executableTargets.Count} targets, plan {string.Join('+', executionPlan.Select(x => x.Name))}");

    public void OnTargetRunning(ExecutableTarget target) => Say($"running {target.Name}");
    public void OnTargetSkipped(ExecutableTarget target) => Say($"skipped {target.Name}");
    public void OnTargetSucceeded(ExecutableTarget target) => Say($"succeeded {target.Name}");
    public void OnTargetFailed(ExecutableTarget target) => Say($"failed {target.Name}");
    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target) => Say($"reported {target.Name}, {target.SummaryInformation.Count} pairs");
    public void OnBuildFinished() => Say("finished");

    private void Say(string text)
    {
        Console.WriteLine($"{name} {text}");
        Saying.FailIfAsked($"{name} {text.Split(',')[0]}");
    }
}

internal sealed class SayingEventsAttribute() : SayingEventsBase("first");

internal sealed class AlsoSayingEventsAttribute() : SayingEventsBase("second");
