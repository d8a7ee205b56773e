using System.Collections.Concurrent;
using Serilog.Context;
using Serilog.Core;

namespace Nuke.Common.Execution;

internal static class Logging
{
    private static readonly Memory s_memory = new();

    public static IDisposable SetTarget(string name) => LogContext.PushProperty("ExecutingTarget", name);

    public static void Configure() => Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext()
        .WriteTo.Console(LogEventLevel.Debug, "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l}{NewLine}{Exception}")
        .WriteTo.Sink(s_memory, LogEventLevel.Warning).CreateLogger();

    /// <remarks>The logger stays replaced, as NUKE's does: from here on Debug is dropped.</remarks>
    public static void RepeatErrorsAndWarnings()
    {
        if (s_memory.IsEmpty)
            return;

        Summary.WriteBanner("Errors & Warnings");
        Log.Logger = new LoggerConfiguration().WriteTo.Console(outputTemplate: "[{Level:u3}] {ExecutingTarget}: {Message:l}{NewLine}").CreateLogger();
        foreach (var logEvent in s_memory)
            Log.Write(logEvent);
    }

    private sealed class Memory : ConcurrentQueue<LogEvent>, ILogEventSink
    {
        public void Emit(LogEvent logEvent) => Enqueue(logEvent);
    }
}
