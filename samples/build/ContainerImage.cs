using System.Diagnostics;
using AcrTokens;
using Nuke.Common;
using Nuke.Common.IO;

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
            "publish", project, "-t:PublishContainer", "--nologo",
            $"-p:ContainerRegistry={registry}", $"-p:ContainerImageTag={tag}", $"-p:ContainerBaseImage={registry}/dotnet/runtime:10.0",
            "-getProperty:GeneratedContainerDigest",
        ];
        Serilog.Log.Information("> dotnet {Arguments:l}", string.Join(' ', arguments));

        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            Environment = { ["DOCKER_CONFIG"] = lease.GetDockerConfig().Directory },
        })!;
        var digest = dotnet.StandardOutput.ReadToEnd().Trim();
        dotnet.WaitForExit();
        Assert.True(dotnet.ExitCode == 0, $"dotnet publish failed with exit code {dotnet.ExitCode}");
        return digest;
    }
}
