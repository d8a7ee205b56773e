namespace Nuke.Common.StandIn.Builds;

internal class AsyncBuild : NukeBuild
{
    Target Awaited => _ => _.Executes(async () =>
    {
        await Task.Yield();
        throw new InvalidOperationException("seen");
    });

    Target AwaitedTask => _ => _.Executes(() => FailAsync());

    Target Dropped => _ => _.Executes(async () => await FailWithResultAsync());

    Target DroppedTask => _ => _.Executes(() => FailWithResultAsync());

    public static int Run() => Execute<AsyncBuild>(x => x.Awaited);

    private static async Task FailAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("seen");
    }

    private static async Task<int> FailWithResultAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("unseen");
    }
}
