using AcrTokens;
using NSubstitute;
using Serilog.Core;
using Serilog.Events;
using static Nuke.AcrTokens.AcrTokenTasks;

namespace Nuke.AcrTokens.Tests;

/// <summary>The messages in NUKE's log. In the tasks' collection, since both set the process's client.</summary>
[Collection("process")]
public sealed class Logs : IDisposable, ILogEventSink
{
    private readonly AcrClient original = Client;
    private readonly Serilog.ILogger before = Serilog.Log.Logger;
    private readonly List<LogEvent> events = [];

    public Logs() => Client = new AcrClient(Substitute.For<AcrExecutor>());

    void ILogEventSink.Emit(LogEvent logEvent) => events.Add(logEvent);

    public void Dispose()
    {
        Client = original;
        Serilog.Log.Logger = before;
    }

    [Fact]
    public void Keep_names_and_level_also_when_NUKE_replaces_its_logger_later()
    {
        Serilog.Log.Logger = new Serilog.LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

        AcrTokenUpdate(s =>
            s.SetRegistryName(
                    "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso"
                )
                .SetName("a-token")
                .Disable()
        );

        var line = events.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogEventLevel.Information);
        line.MessageTemplate.Text.ShouldBe("Updated token {Token} in registry {Registry}");
        line.Properties["Token"].ToString().ShouldBe("\"a-token\"");
    }
}
