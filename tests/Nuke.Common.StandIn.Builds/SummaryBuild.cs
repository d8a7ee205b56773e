using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.StandIn.Builds;

internal class SummaryBuild : NukeBuild
{
    Target Plain => _ => _.Says(nameof(Plain));

    Target Reporting => _ => _.DependsOn(Plain).Executes(() =>
    {
        ReportSummary(x => x.AddPair("Gone", 1));
        ReportSummary(x => x.AddPair("Token", "build-42").AddPair("Uses", 2));
        Saying.FailIfAsked(nameof(Reporting));
    });

    Target Group => _ => _.DependsOn(Reporting);

    Target Logging => _ => _.Executes(() =>
    {
        Log.Verbose("a verbose line");
        Log.Debug("a debug line");
        Log.Information("an information about {Token}", "build-42");
        Log.Warning("a warning");
        Log.Error("an error");
    });

    Target Commanding => _ => _.Executes(() =>
    {
#pragma warning disable CA2254 // the template is the command
        Log.Information(Environment.GetEnvironmentVariable("COMMAND"));
#pragma warning restore CA2254
    });

    public static int Run() => Execute<SummaryBuild>(x => x.Group);

    protected override void OnBuildFinished()
    {
        Log.Debug("a debug line at the end");
        Log.Information("an information at the end");
        try
        {
            ReportSummary();
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("no running target to report for");
        }
    }
}
