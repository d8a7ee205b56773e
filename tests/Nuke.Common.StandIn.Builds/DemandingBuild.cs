namespace Nuke.Common.StandIn.Builds;

/// <remarks>The parameters have no setter, because NUKE prompts at the terminal for a missing field.</remarks>
internal class DemandingBuild : NukeBuild
{
    [Parameter] string Text { get; }
    [Parameter] int? Number { get; }
    [Parameter] bool Condition { get; }
    string NoParameter => "here";

    Target First => _ => _.Says(nameof(First));
    Target NeedsText => _ => _.Says(nameof(NeedsText)).DependsOn(First).Requires(() => Text);
    Target NeedsNumber => _ => _.Says(nameof(NeedsNumber)).DependsOn(First).Requires(() => Number);
    Target NeedsCondition => _ => _.Says(nameof(NeedsCondition)).DependsOn(First).Requires(() => Condition);
    Target NeedsAll => _ => _.Requires(() => Text).Requires(() => Number).Requires(() => Condition).DependsOn(NeedsText, NeedsNumber, NeedsCondition);
    Target NeedsNoParameter => _ => _.Says(nameof(NeedsNoParameter)).Requires(() => NoParameter);

    public static int Run() => Execute<DemandingBuild>(x => x.First);

    protected override void OnBuildFinished() => Console.WriteLine("finished");
}
