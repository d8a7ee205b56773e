using AcrTokens;
using NSubstitute;
using Nuke.Common.Execution;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.AcrTokens.Tests;

/// <summary>Secrets that a build logs, and their redaction.</summary>
[Collection("process")]
public sealed class RedactedLogs : IAsyncLifetime, ILogEventSink
{
    private readonly string password = $"not+a/secret={Guid.NewGuid():N}";
    private readonly Serilog.ILogger before = Serilog.Log.Logger;
    private readonly Serilog.Core.Logger plain;
    private readonly List<LogEvent> events = [];

    public RedactedLogs() =>
        plain = new Serilog.LoggerConfiguration().MinimumLevel.Debug().Enrich.WithProperty("Target", "Push").WriteTo.Sink(this).CreateLogger();

    void ILogEventSink.Emit(LogEvent logEvent) => events.Add(logEvent);

    // Registers the password as a secret of the process.
    public async Task InitializeAsync()
    {
        var executor = Substitute.For<AcrExecutor>();
        executor
            .GetAdminCredentialAsync(null!, default)
            .ReturnsForAnyArgs(new AcrAdminCredential { Username = "contoso", Password = new AcrSecret(password) });
        await new AcrClient(executor).GetAdminCredentialAsync(
            new AcrCredentialGetSettings().SetRegistryName(
                "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso"
            )
        );
    }

    public async Task DisposeAsync()
    {
        Serilog.Log.Logger = before;
        await plain.DisposeAsync();
    }

    [Fact]
    public void Hide_it_in_text_properties_and_exceptions()
    {
        var log = plain.RedactAcrSecrets();

        log.Error(
            new InvalidOperationException($"inner {password}"),
            $"text {password}, {{Text}}, {{@Object}}, {{List}}, {{Map}}, {{Uri}}",
            $"a {password}",
            new { Url = Uri.EscapeDataString(password) },
            new[] { password },
            new Dictionary<string, string> { ["key"] = password },
            new Uri($"http://localhost/?p={Uri.EscapeDataString(password)}")
        );

        var line = events.ShouldHaveSingleItem();
        line.RenderMessage(null)
            .ShouldBe(
                """text [REDACTED], "a [REDACTED]", { Url: "[REDACTED]" }, ["[REDACTED]"], [("key": "[REDACTED]")], "http://localhost/?p=[REDACTED]" """.TrimEnd()
            );
        line.Exception!.ToString().ShouldBe("System.InvalidOperationException: inner [REDACTED]");
        line.Exception.Message.ShouldBe("inner [REDACTED]");
        line.Properties["Target"].ToString().ShouldBe("\"Push\"");
        line.Level.ShouldBe(LogEventLevel.Error);
    }

    [Fact]
    public void Leave_other_events_as_they_are()
    {
        var exception = new InvalidOperationException("harmless");

        plain.RedactAcrSecrets().Warning(exception, "Pushed {Image} in {Seconds}", "samples/app:1.2", 3);

        var line = events.ShouldHaveSingleItem();
        line.Exception.ShouldBeSameAs(exception);
        line.Properties["Seconds"].ShouldBeOfType<ScalarValue>().Value.ShouldBe(3);
    }

    [Fact]
    public void Keep_the_ids_of_their_trace_and_span()
    {
        using var activity = new System.Diagnostics.Activity("push");
        activity.Start();

        plain.RedactAcrSecrets().Information("with {Password}", password);

        var line = events.ShouldHaveSingleItem();
        line.TraceId.ShouldBe(activity.TraceId);
        line.SpanId.ShouldBe(activity.SpanId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_flushed_with_the_logger_that_redacts_them(bool asynchronously)
    {
        using var sink = new EndingSink();
        Serilog.Log.Logger = new Serilog.LoggerConfiguration().WriteTo.Sink(sink).CreateLogger().RedactAcrSecrets();

        if (asynchronously)
            await Serilog.Log.CloseAndFlushAsync();
        else
            Serilog.Log.CloseAndFlush();

        sink.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Keep_the_loggers_own_level()
    {
        plain.RedactAcrSecrets().Verbose("not asked for");

        events.ShouldBeEmpty();
    }

    [Fact]
    public void Show_a_secret_redacted_however_it_is_logged()
    {
        var secret = new AcrSecret(password);

        plain.Information("{Secret} {@Destructured} {$Stringified}", secret, secret, secret);

        var text = events.ShouldHaveSingleItem().RenderMessage(null);
        text.ShouldNotContain(password);
        text.Split("[REDACTED]").Length.ShouldBe(4, "once each");
    }

    [Fact]
    public void Show_a_secret_redacted_in_the_JSON_that_NUKE_writes()
    {
        var json = Newtonsoft.Json.JsonConvert.SerializeObject(
            new AcrTokenPassword { Name = AcrTokenPasswordName.Password1, Value = new AcrSecret(password) }
        );

        json.ShouldContain("\"Value\":\"[REDACTED]\"");
        json.ShouldNotContain(password);
    }

    [Fact]
    public void Of_a_build_are_switched_on_by_one_attribute_also_after_NUKE_replaces_its_logger()
    {
        var attribute = new RedactAcrSecretsAttribute();
        Serilog.Log.Logger = plain;

        attribute.OnBuildInitialized([], []);
        var redacting = Serilog.Log.Logger;
        attribute.OnBuildInitialized([], []);
        Serilog.Log.Logger.ShouldBeSameAs(redacting);
        Serilog.Log.Logger.Information("one {Password}", password);

        Serilog.Log.Logger = plain;
        attribute.OnBuildFinished();
        Serilog.Log.Logger.Information("two {Password}", password);

        events.Select(e => e.RenderMessage(null)).ShouldBe(["one \"[REDACTED]\"", "two \"[REDACTED]\""]);
    }

    [Fact]
    public void Of_a_build_go_with_a_summary_without_it()
    {
        var target = new ExecutableTarget();
        target.SummaryInformation["InvalidOperationException"] = $"failed with {password}";
        target.SummaryInformation["Image"] = "samples/app:1.2";

        new RedactAcrSecretsAttribute().OnTargetSummaryUpdated(null!, target);

        target.SummaryInformation.ShouldBe(
            new Dictionary<string, string> { ["InvalidOperationException"] = "failed with [REDACTED]", ["Image"] = "samples/app:1.2" }
        );
    }

    private sealed class EndingSink : ILogEventSink, IDisposable
    {
        public bool HasEnded { get; private set; }

        public void Emit(LogEvent logEvent) { }

        public void Dispose() => HasEnded = true;
    }
}
