namespace Nuke.Common.StandIn.Builds;

internal class OrderBuild : NukeBuild
{
    Target Push => _ => _.Says(nameof(Push)).DependsOn(PackImage).Triggers(Announce);
    Target PackImage => _ => _.Says(nameof(PackImage)).DependsOn(Compile);
    Target Compile => _ => _.Says(nameof(Compile));
    Target Restore => _ => _.Says(nameof(Restore)).Before(Compile);
    Target Docs => _ => _.Says(nameof(Docs)).After(PackImage);
    Target Announce => _ => _.Says(nameof(Announce));
    Target Measure => _ => _.Says(nameof(Measure)).TriggeredBy(Announce);
    Target All => _ => _.DependsOn(Compile, Docs);

    public static int Run() => Execute<OrderBuild>(x => x.Push);

    protected override void OnBuildFinished() => Console.WriteLine("finished");
}

internal class CircularBuild : NukeBuild
{
    Target One => _ => _.Says(nameof(One)).DependsOn(Two);
    Target Two => _ => _.Says(nameof(Two)).After(One);

    public static int Run() => Execute<CircularBuild>(x => x.One);
}
