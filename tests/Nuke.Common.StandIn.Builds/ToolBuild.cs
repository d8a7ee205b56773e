using Nuke.Common.Tooling;
using Nuke.Common.Tools.Docker;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.Docker.DockerTasks;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Common.StandIn.Builds;

/// <summary>Runs a script in place of docker and dotnet.</summary>
internal class ToolBuild : NukeBuild
{
    private const string Canary = "not-a-password-but-a-canary";

    private static readonly string s_tool = Environment.GetEnvironmentVariable("TOOL");

    Target Login => _ => _.Executes(() =>
    {
        DockerLogin(s => s.SetProcessToolPath(s_tool).SetServer("contoso.azurecr.io").SetUsername("a-token").SetPassword(Canary));
    });

    Target Logout => _ => _.Executes(() => { DockerLogout(s => s.SetProcessToolPath(s_tool).SetServer("contoso.azurecr.io")); });

    Target Push => _ => _.Executes(() =>
    {
        DockerPush(s => s.SetProcessToolPath(s_tool).SetName("contoso.azurecr.io/samples/app:1.2").EnableAllTags().SetConfig("/a config").SetProcessEnvironmentVariable("COLOUR", "blue"));
        Console.WriteLine($"own colour: {Environment.GetEnvironmentVariable("COLOUR") ?? "none"}");
    });

    Target PushSeveral => _ => _.Executes(() =>
    {
        var pushed = DockerPush(s => s.SetProcessToolPath(s_tool).CombineWith(["one", "two"], (t, name) => t.SetName(name)), degreeOfParallelism: 2, completeOnFailure: true);
        Console.WriteLine($"pushed: {string.Join(' ', pushed.Select(x => x.Settings.Name).Order())}");
    });

    Target TagImage => _ => _.Executes(() =>
    {
        DockerPath = s_tool;
        DockerTag(new DockerTagSettings().SetTargetImage("to").SetSourceImage("from").DisableProcessInvocationLogging());
    });

    Target Redact => _ => _.Executes(() =>
    {
        var output = DockerLogout(s => s.SetProcessToolPath(s_tool).SetProcessEnvironmentVariable("COLOUR", Canary).AddProcessRedactedSecrets(Canary));
        Console.WriteLine($"returned: {output.StdToText().Contains(Canary)}");
    });

    Target Quiet => _ => _.Executes(() =>
    {
        var output = DockerLogout(s => s.SetProcessToolPath(s_tool).DisableProcessOutputLogging());
        Console.WriteLine($"returned: {output.First().Text}");
    });

    Target Tolerant => _ => _.Executes(() => { DockerLogout(s => s.SetProcessToolPath(s_tool).DisableProcessExitHandling()); });

    Target Bare => _ => _.Executes(() =>
    {
        DockerLogout(s => s.SetProcessToolPath(s_tool).ClearProcessEnvironmentVariables().SetProcessEnvironmentVariable("COLOUR", "blue"));
    });

    Target Publish => _ => _.Executes(() =>
    {
        DotNetPublish(s => s
            .SetProcessToolPath(s_tool)
            .SetProperty("Text", "two words")
            .SetProperty("Flag", true)
            .SetProperty("Gone", 1)
            .RemoveProperty("Gone")
            .SetTargets("One", "Two")
            .EnableNoLogo()
            .SetConfiguration("Release")
            .SetProject("/a project")
            .AddProcessAdditionalArguments("-last"));
    });

    Target Missing => _ => _.Executes(() => { DotNetPublish(s => s.SetProcessToolPath("no-such-tool-anywhere")); });

    public static int Run() => Execute<ToolBuild>(x => x.Login);
}
