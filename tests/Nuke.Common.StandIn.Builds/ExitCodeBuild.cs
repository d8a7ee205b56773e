namespace Nuke.Common.StandIn.Builds;

internal class ExitCodeBuild : NukeBuild
{
    private static readonly bool s_setsAtTheEnd = Environment.GetEnvironmentVariable("SETS_AT_THE_END") != null;

    Target Succeed => _ => _.Says(nameof(Succeed));
    Target Fail => _ => _.Says(nameof(Fail));
    Target Set => _ => _.Says(nameof(Set)).Executes(() => { ExitCode = 7; });
    Target SetAndFail => _ => _.Executes(() => { ExitCode = 8; }).Says(nameof(SetAndFail));

    public static int Run() => Execute<ExitCodeBuild>(x => x.Succeed);

    protected override void OnBuildFinished() => ExitCode = s_setsAtTheEnd ? 9 : ExitCode;
}
