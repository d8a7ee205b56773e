using System.Collections.Concurrent;
using Serilog.Core;

namespace Nuke.Common.Execution;

internal static class Logging
{
    private static readonly Memory s_memory = new();
    private static string s_target = "";

    public static void SetTarget(string name) => s_target = name[..Math.Min(name.Length, 20)];

    public static void Configure()
    {
        var (host, folder) = (Host.Current, NukeBuild.RootDirectory / ".nuke" / "temp");
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.With<Memory>()
            .WriteTo.Sink(s_memory, LogEventLevel.Warning)
            .WriteTo.Console(LogEventLevel.Debug, host.Template, theme: host.Theme, applyThemeToRedirectedOutput: true)
            .Filter.ByExcluding(x => IsCommand(x.MessageTemplate.Text));
        if (!host.IsServer)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(folder / "build.log", "");
            foreach (
                var (file, time) in new[] { ("build.log", "{Timestamp:HH:mm:ss.fff} | "), ($"build.{DateTime.Now:yyyy-MM-dd_HH-mm-ss}.log", "") }
            )
                logger.WriteTo.File(
                    folder / file,
                    outputTemplate: $"{time}{{Level:u1}} | {{ExecutingTarget,-20}} | {{Message:l}}{{NewLine}}{{Exception}}"
                );
        }

        Log.Logger = logger.CreateLogger();
    }

    /// <remarks>The logger stays replaced, as in NUKE: from here on Debug is dropped, and neither files nor the host get any output.</remarks>
    public static void RepeatErrorsAndWarnings()
    {
        if (s_memory.IsEmpty)
            return;

        using var block = Host.Current.WriteBlock("Errors & Warnings");
        Log.Logger = new LoggerConfiguration()
            .WriteTo.Console(
                outputTemplate: "[{Level:u3}] {ExecutingTarget}: {Message:l}{NewLine}",
                theme: Host.Current.Theme,
                applyThemeToRedirectedOutput: true
            )
            .CreateLogger();
        foreach (var logEvent in s_memory)
            Log.Write(logEvent);
    }

    private static bool IsCommand(string template)
    {
        if (!Host.Current.IsCommand(template))
            return false;

        Console.WriteLine(template);
        return true;
    }

    private sealed class Memory : ConcurrentQueue<LogEvent>, ILogEventSink, ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory properties) =>
            logEvent.AddOrUpdateProperty(properties.CreateProperty("ExecutingTarget", s_target));

        public void Emit(LogEvent logEvent)
        {
            if (Host.Current.Issue is { } issue)
                Console.WriteLine(issue(logEvent.Level, logEvent.RenderMessage()));
            Enqueue(logEvent);
        }
    }
}
