using System.Diagnostics.Tracing;
using Azure.Core.Diagnostics;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

/// <summary>The logs besides NUKE's console: log files, all levels if verbose, and Azure.Core's events.</summary>
static class Logs
{
    const string Template = "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l} {Properties:j}{NewLine}{Exception}";

    /// <summary>Adds the build's own log files to NUKE's configuration, which has none on a CI host.</summary>
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

    // Opens the file for each event, so that a build that crashes loses none.
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
