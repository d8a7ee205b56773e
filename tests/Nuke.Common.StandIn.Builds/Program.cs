namespace Nuke.Common.StandIn.Builds;

internal static class Program
{
    public static int Main() => Environment.GetEnvironmentVariable("BUILD_UNDER_TEST") switch
    {
        nameof(OrderBuild) => OrderBuild.Run(),
        nameof(CircularBuild) => CircularBuild.Run(),
        nameof(TokenBuild) => TokenBuild.Run(),
        nameof(ProvingBuild) => ProvingBuild.Run(),
        nameof(SkippingBuild) => SkippingBuild.Run(),
        nameof(DemandingBuild) => DemandingBuild.Run(),
        nameof(ParameterBuild) => ParameterBuild.Run(),
        nameof(ExtendedBuild) => ExtendedBuild.Run(),
        nameof(AsyncBuild) => AsyncBuild.Run(),
        nameof(ExitCodeBuild) => ExitCodeBuild.Run(),
        nameof(SummaryBuild) => SummaryBuild.Run(),
        nameof(WaitingBuild) => WaitingBuild.Run(),
        nameof(ToolBuild) => ToolBuild.Run(),
        var other => throw new InvalidOperationException($"No such build: {other}"),
    };
}
