namespace Nuke.Common.StandIn.Builds;

internal class SkippingBuild : NukeBuild
{
    private static bool Wanted => false;

    Target Compile => _ => _.Says(nameof(Compile));
    Target Pack => _ => _.Says(nameof(Pack)).DependsOn(Compile);
    Target StaticMint => _ => _.Says(nameof(StaticMint)).DependsOn(Pack).OnlyWhenStatic(() => Wanted);
    Target KeepingMint => _ => _.Says(nameof(KeepingMint)).DependsOn(Pack).OnlyWhenStatic(() => Wanted).WhenSkipped(DependencyBehavior.Execute);
    Target DynamicMint => _ => _.Says(nameof(DynamicMint)).DependsOn(Pack).OnlyWhenDynamic(() => Wanted);
    Target StaticPush => _ => _.Says(nameof(StaticPush)).DependsOn(StaticMint);
    Target KeepingPush => _ => _.Says(nameof(KeepingPush)).DependsOn(KeepingMint);
    Target DynamicPush => _ => _.Says(nameof(DynamicPush)).DependsOn(DynamicMint);
    Target SharedPush => _ => _.Says(nameof(SharedPush)).DependsOn(StaticMint, Compile);
    Target BadCondition => _ => _.Says(nameof(BadCondition)).OnlyWhenDynamic(() => Fail());

    public static int Run() => Execute<SkippingBuild>(x => x.DynamicPush);

    protected override void OnTargetSkipped(string target) => Console.WriteLine($"skipped {target}");

    private static bool Fail() => throw new InvalidOperationException("cannot tell");
}
