using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

/// <summary>What is logged besides NUKE's console: log files, everything when verbose, and Azure.Core's events.</summary>
static class Logs
{
    const string Template = "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l} {Properties:j}{NewLine}{Exception}";

    /// <summary>Adds files of the build's own to whatever NUKE has set up: on a CI host it has none.</summary>
    public static void WriteFiles(string folder)
    {
        Directory.CreateDirectory(folder);
        var logger = new LoggerConfiguration().MinimumLevel.Is(Mode.IsVerbose ? LogEventLevel.Verbose : LogEventLevel.Information).Enrich.FromLogContext()
            .WriteTo.Logger(Log.Logger)
            .WriteTo.Sink(new FileSink(Path.Combine(folder, "own.log"), new MessageTemplateTextFormatter(Template)))
            .WriteTo.Sink(new FileSink(Path.Combine(folder, "own.json"), new JsonFormatter(renderMessage: true)));
        if (Mode.IsVerbose)
            logger.WriteTo.Console(outputTemplate: Template, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        Log.Logger = logger.CreateLogger();
    }

    /// <summary>Azure.Core's event source at its most verbose.</summary>
    public static IDisposable? ListenToHttp() => !Mode.LogsHttp ? null : new AzureEventSourceListener(
        (written, message) => Log.Information("{Source}/{Event}: {Message}", written.EventSource.Name, written.EventName, message), EventLevel.LogAlways);

    // Open for each event only: a build that crashes loses none.
    sealed class FileSink(string path, ITextFormatter formatter) : ILogEventSink
    {
        readonly Lock gate = new();

        public void Emit(LogEvent logEvent)
        {
            lock (gate)
            {
                using var writer = File.AppendText(path);
                formatter.Format(logEvent, writer);
            }
        }
    }
}
