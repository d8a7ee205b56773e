using AcrTokens;

namespace Nuke.AcrTokens;

/// <summary>
/// NUKE's tasks for the tokens of Azure Container Registry. Each takes settings, or a lambda that sets them:
/// <c>AcrTokenMint(s => s.SetRegistryName("contoso").AddRepository("samples/app", AcrPermission.Push))</c>,
/// or a lambda that returns several settings: <c>AcrTokenGet(s => s.SetRegistryName("contoso").CombineWith(names, (t, name) =>
/// t.SetName(name)), degreeOfParallelism: 4)</c>.
/// </summary>
/// <remarks>
/// In a target, call the synchronous task, or await the <c>…Async</c> one in a lambda with a statement body: NUKE does not await
/// <c>Executes(() => XAsync())</c> if the task returns a value.
/// </remarks>
public static partial class AcrTokenTasks
{
    private static readonly AcrHostClient Host = new(new NukeLogger());

    /// <summary>
    /// The client that runs the tasks. Replace it to choose a credential, a cloud, a transport or an executor.
    /// It logs to NUKE's log unless it has its own. Default: <c>DefaultAzureCredential</c> on the global cloud.
    /// </summary>
    public static AcrClient Client
    {
        get => Host.Client;
        set => Host.Client = value;
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
