using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.StandIn.Builds;

internal class WaitingBuild : NukeBuild
{
    Target Mint => _ => _.Says(nameof(Mint));

    Target Push => _ => _.DependsOn(Mint).Executes(() =>
    {
        Console.WriteLine("waiting");
        new ManualResetEventSlim().Wait();
    });

    Target Deploy => _ => _.Says(nameof(Deploy)).DependsOn(Push);
    Target Revoke => _ => _.Says(nameof(Revoke)).TriggeredBy(Mint).After(Deploy).AssuredAfterFailure();

    Target Report => _ => _.TriggeredBy(Mint).After(Revoke).AssuredAfterFailure().Executes(() => ReportSummary(x => x.AddPair("Token", "build-42")));

    public static int Run() => Execute<WaitingBuild>(x => x.Deploy);

    protected override void OnBuildFinished() => Console.WriteLine("finished");
}
