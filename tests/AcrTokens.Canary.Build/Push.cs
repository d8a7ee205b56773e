using System.Diagnostics;
using AcrTokens;
using Nuke.Common;
using Nuke.Common.IO;

/// <summary>The child process that gets the credentials.</summary>
static class Push
{
    const string Repository = "canary/hello";

    /// <summary>The settings of the mint. A publish that must fail lacks the right to push.</summary>
    public static AcrTokenMintSettings Settings { get; } = new AcrTokenMintSettings()
        .SetRegistryName(Registry.Variable("REGISTRY"))
        .AddRepository(Repository, Mode.IsPublished && Mode.Ending == Ending.PushFailure ? AcrPermission.Pull : AcrPermission.Push)
        .AddRepository("dotnet/runtime", AcrPermission.Pull);

    /// <summary>Hands over, and pushes. <paramref name="inUse"/> runs in parallel to the small tool, or after a publish.</summary>
    public static void Run(AcrTokenLease lease, AbsolutePath root, Action inUse)
    {
        if (Mode.HandOver == HandOver.Login)
            LogIn(lease, inUse);

        using var push = Process.Start(Start(lease, root))!;
        try
        {
            if (Mode.IsPublished)
                push.WaitForExit();
            inUse();
        }
        finally
        {
            push.StandardInput.Close();
            push.WaitForExit();
        }

        Assert.True(push.ExitCode == 0, $"The push failed with exit code {push.ExitCode}");
    }

    static void LogIn(AcrTokenLease lease, Action inUse)
    {
        try
        {
            lease.Login();
        }
        catch (AcrException)
        {
            inUse();
            throw;
        }
    }

    static ProcessStartInfo Start(AcrTokenLease lease, AbsolutePath root)
    {
        var start = Mode.IsPublished ? Publish(lease, root) : new ProcessStartInfo("push", Mode.Ending == Ending.PushFailure ? ["fail"] : []);
        start.RedirectStandardInput = true;
        var variables = Mode.HandOver is HandOver.Variables or HandOver.PublishVariables ? lease.RevealContainerVariables() : lease.GetDockerConfig().Variables;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return start;
    }

    static ProcessStartInfo Publish(AcrTokenLease lease, AbsolutePath root) => new("dotnet",
    [
        "publish", root / "hello", "-t:PublishContainer", "--nologo", Mode.IsVerbose ? "-v:diagnostic" : "-v:normal",
        $"-p:ContainerRegistry={lease.GetLoginServer()}", $"-p:ContainerRepository={Repository}", "-p:ContainerImageTag=1.0",
        $"-p:ContainerBaseImage={lease.GetLoginServer()}/dotnet/runtime:10.0",
    ]);
}
