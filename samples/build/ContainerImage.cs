using AcrTokens;
using Nuke.AcrTokens;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>An image that the .NET SDK builds and pushes: no docker is needed.</summary>
static class ContainerImage
{
    /// <summary>Pushes with the lease's credentials, which reach the SDK through a private docker configuration.</summary>
    /// <returns>The pushed image's digest.</returns>
    public static string Publish(AbsolutePath project, AcrTokenLease lease, string tag)
    {
        var registry = lease.GetLoginServer();
        return DotNetPublish(s => s
            .SetProject(project)
            .EnableNoLogo()
            .SetTargets("PublishContainer")
            .SetProperty("ContainerRegistry", registry)
            .SetProperty("ContainerImageTag", tag)
            .SetProperty("ContainerBaseImage", $"{registry}/dotnet/runtime:10.0")
            .AddProcessAdditionalArguments("-getProperty:GeneratedContainerDigest")
            .SetAcrLogin(lease)).StdToText().Trim();
    }
}
