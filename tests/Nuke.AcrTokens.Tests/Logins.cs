using System.Collections.Concurrent;
using System.Text;
using AcrTokens;
using Azure.Core;
using Newtonsoft.Json;
using NSubstitute;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Docker;
using Nuke.Common.Tools.DotNet;
using static Nuke.AcrTokens.AcrTokenTasks;
using static Nuke.Common.Tools.Docker.DockerTasks;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.AcrTokens.Tests;

/// <summary>How NUKE's tools get a lease's credentials. A script stands in for docker and dotnet.</summary>
[Collection("process")]
public sealed class Logins : IDisposable
{
    private const string Registry =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";
    private const string Canary = "not-a-password-but-a-canary";

    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "tool.sh");

    private readonly AcrClient original = Client;
    private readonly Serilog.ILogger before = Serilog.Log.Logger;
    private readonly ConcurrentQueue<string> log = [];
    private readonly AcrTokenLease lease;

    public Logins()
    {
        var executor = Substitute.For<AcrExecutor>();
        executor
            .GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(call => new AcrRegistry { Id = call.Arg<ResourceIdentifier>(), LoginServer = "contoso.azurecr.io" });
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(call => new AcrTokenCredentials
            {
                Username = call.Arg<ResourceIdentifier>()?.Name ?? "",
                Passwords =
                [
                    new AcrTokenPassword
                    {
                        Name = AcrTokenPasswordName.Password1,
                        ExpiresOn = call.ArgAt<DateTimeOffset?>(2),
                        Value = new AcrSecret(Canary),
                    },
                ],
            });
        Client = new AcrClient(executor);
        lease = AcrTokenMint(s => s.SetRegistryName(Registry).SetScopeMap("_repositories_push"));
        Serilog.Log.Logger = new Serilog.LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new Sink(log)).CreateLogger();
    }

    public static TheoryData<Type> Kinds =>
        [
            typeof(DockerLoginSettings),
            typeof(DockerLogoutSettings),
            typeof(DockerPushSettings),
            typeof(DockerTagSettings),
            typeof(DotNetPublishSettings),
            typeof(OwnSettings),
        ];

    private string Derived => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{lease.Name}:{Canary}"));

    public void Dispose()
    {
        Serilog.Log.Logger = before;
        lease.Dispose();
        Client = original;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Need_only_the_private_folder_of_any_tool(Type kind)
    {
        var settings = (ToolOptions)Activator.CreateInstance(kind)!;
        var changed = Set(settings, nameof(AcrLoginExtensions.SetAcrLogin));

        changed.GetType().ShouldBe(kind);
        Added(settings, changed).ShouldBe(lease.GetDockerConfig().Variables.ToDictionary());
        ShouldHaveNoSecret(JsonConvert.SerializeObject(changed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void By_variables_are_set_and_redacted_for_any_tool(Type kind)
    {
        var settings = (ToolOptions)Activator.CreateInstance(kind)!;
        var changed = Set(settings, nameof(AcrLoginExtensions.SetAcrContainerVariables));

        changed.GetType().ShouldBe(kind);
        var added = Added(settings, changed);
        added.Keys.ShouldBeSubsetOf(lease.RevealContainerVariables().Keys);
        lease.RevealContainerVariables().All(v => changed.ProcessEnvironmentVariables[v.Key] == v.Value).ShouldBeTrue();
        (added["DOTNET_CONTAINER_REGISTRY_UNAME"], added["DOTNET_CONTAINER_REGISTRY_PWORD"]).ShouldBe((lease.Name, Canary));
        (added["SDK_CONTAINER_REGISTRY_UNAME"], added["SDK_CONTAINER_REGISTRY_PWORD"]).ShouldBe((lease.Name, Canary));
        changed.ProcessRedactedSecrets.ShouldBe([Canary, Derived]);
    }

    [Fact]
    public void Leave_the_callers_settings_alone()
    {
        var settings = new DockerPushSettings().SetName("contoso.azurecr.io/samples/app:1.2");
        var untouched = JsonConvert.SerializeObject(settings);

        settings.SetAcrLogin(lease).Name.ShouldBe(settings.Name);
        settings.SetAcrContainerVariables(lease).Name.ShouldBe(settings.Name);

        (JsonConvert.SerializeObject(settings) == untouched).ShouldBeTrue();
    }

    [Fact]
    public void Replace_a_folder_that_the_build_had_chosen() =>
        new DockerPushSettings()
            .SetProcessEnvironmentVariable("DOCKER_CONFIG", "/elsewhere")
            .SetAcrLogin(lease)
            .ProcessEnvironmentVariables["DOCKER_CONFIG"]
            .ShouldBe(lease.GetDockerConfig().Directory);

    [Fact]
    public void Without_a_lease_say_that_none_was_minted()
    {
        Should
            .Throw<ArgumentNullException>(() => new DockerPushSettings().SetAcrLogin(null!))
            .Message.ShouldStartWith("No token was minted in this run");
        Should
            .Throw<ArgumentNullException>(() => new DockerPushSettings().SetAcrContainerVariables(null!))
            .Message.ShouldStartWith("No token was minted in this run");
    }

    [Fact]
    public void Are_over_with_the_lease()
    {
        lease.Revoke();

        Should.Throw<InvalidOperationException>(() => new DotNetPublishSettings().SetAcrLogin(lease));
        Should.Throw<InvalidOperationException>(() => new DotNetPublishSettings().SetAcrContainerVariables(lease));
    }

    [UnixFact]
    public void Reach_docker_and_show_nowhere_else()
    {
        var output = DockerPush(s => s.SetProcessToolPath(Tool).SetName("contoso.azurecr.io/samples/app:1.2").SetAcrLogin(lease)).StdToText();

        output.ShouldStartWith("arguments: push contoso.azurecr.io/samples/app:1.2\n");
        output.Split('\n').ShouldContain($"DOCKER_CONFIG={lease.GetDockerConfig().Directory}");
        ShouldHaveNoSecret(output);
        log.ShouldContain($"> \"{Tool}\" \"push contoso.azurecr.io/samples/app:1.2\"");
        ShouldHaveNoSecret(string.Join('\n', log));
        Environment.GetEnvironmentVariable("DOCKER_CONFIG").ShouldNotBe(lease.GetDockerConfig().Directory);
    }

    [ToolFact("docker")]
    public void Are_found_by_the_docker_client() =>
        DockerLogout(s => s.SetServer("contoso.azurecr.io").SetAcrLogin(lease))
            .StdToText()
            .ShouldContain("Removing login credentials for contoso.azurecr.io");

    [ToolFact("docker")]
    public void Would_be_refused_by_the_docker_client_where_NUKE_writes_them() =>
        Should
            .Throw<ProcessException>(() => DockerLogout(s => s.SetServer("contoso.azurecr.io").SetConfig(lease.GetDockerConfig().Directory)))
            .Message.ShouldContain("unknown flag: --config");

    [UnixFact]
    public void Reach_each_of_several_pushes()
    {
        var pushed = DockerPush(
                s =>
                    s.SetProcessToolPath(Tool)
                        .SetAcrLogin(lease)
                        .CombineWith(["contoso.azurecr.io/one", "contoso.azurecr.io/two"], (t, name) => t.SetName(name)),
                degreeOfParallelism: 2
            )
            .ToList();

        pushed.Count.ShouldBe(2);
        pushed.ShouldAllBe(p => p.Output.StdToText().Contains($"DOCKER_CONFIG={lease.GetDockerConfig().Directory}", StringComparison.Ordinal));
    }

    [UnixFact]
    public void By_variables_are_redacted_in_what_the_tool_writes()
    {
        var output = DotNetPublish(s =>
                s.SetProcessToolPath(Tool).SetProcessEnvironmentVariable("HEADER", $"Basic {Derived}").SetAcrContainerVariables(lease)
            )
            .StdToText();

        var lines = output.Split('\n');
        lines.ShouldContain($"DOTNET_CONTAINER_REGISTRY_UNAME={lease.Name}");
        lines.ShouldContain("DOTNET_CONTAINER_REGISTRY_PWORD=[REDACTED]");
        lines.ShouldContain("SDK_CONTAINER_REGISTRY_PWORD=[REDACTED]");
        lines.ShouldContain("HEADER=Basic [REDACTED]");
        ShouldHaveNoSecret(output);
        ShouldHaveNoSecret(string.Join('\n', log));
        Environment.GetEnvironmentVariable("DOTNET_CONTAINER_REGISTRY_PWORD").ShouldNotBe(Canary);
    }

    [UnixFact]
    public void Show_in_no_failure()
    {
        Configure<DotNetPublishSettings> failing = s =>
            s.SetProcessToolPath(Tool).SetProcessEnvironmentVariable("EXIT_CODE", 1).SetProcessEnvironmentVariable("ERRORS", $"401 for {Canary}");

        var failure = Should.Throw<ProcessException>(() => DotNetPublish(s => failing(s).SetAcrContainerVariables(lease)));

        failure.Message.ShouldContain("401 for [REDACTED]");
        ShouldHaveNoSecret(failure.ToString());
    }

    // Calls the verb with the settings' own type, since the copy has the static type.
    private ToolOptions Set(ToolOptions settings, string verb) =>
        (ToolOptions)typeof(AcrLoginExtensions).GetMethod(verb)!.MakeGenericMethod(settings.GetType()).Invoke(null, [settings, lease])!;

    private static Dictionary<string, string> Added(ToolOptions settings, ToolOptions changed) =>
        changed.ProcessEnvironmentVariables.Except(settings.ProcessEnvironmentVariables).ToDictionary();

    private void ShouldHaveNoSecret(string text)
    {
        // Settings contain the machine's whole environment, which a failed test must not print.
        text.Contains(Canary, StringComparison.Ordinal).ShouldBeFalse();
        text.Contains(Derived, StringComparison.Ordinal).ShouldBeFalse();
    }

    private sealed class OwnSettings : ToolOptions;

    private sealed class Sink(ConcurrentQueue<string> log) : Serilog.Core.ILogEventSink
    {
        public void Emit(Serilog.Events.LogEvent logEvent) => log.Enqueue(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
