using AcrTokens;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

/// <summary>An image that the .NET SDK builds and pushes: no docker is needed.</summary>
static class ContainerImage
{
    /// <summary>Pushes with the lease's credentials, which reach the SDK through a private docker configuration.</summary>
    /// <returns>The pushed image's digest.</returns>
    public static string Publish(AbsolutePath project, AcrTokenLease lease, string tag)
    {
        var registry = lease.GetLoginServer();
        string[] arguments =
        [
            "publish", $"\"{project}\"", "-t:PublishContainer", "--nologo",
            $"-p:ContainerRegistry={registry}", $"\"-p:ContainerImageTag={tag}\"", $"-p:ContainerBaseImage={registry}/dotnet/runtime:10.0",
            "-getProperty:GeneratedContainerDigest",
        ];
        var environment = new Dictionary<string, string>(EnvironmentInfo.Variables) { ["DOCKER_CONFIG"] = lease.GetDockerConfig().Directory };

        return ProcessTasks.StartProcess("dotnet", string.Join(' ', arguments), environmentVariables: environment)
            .AssertZeroExitCode()
            .Output.StdToText().Trim();
    }
}
