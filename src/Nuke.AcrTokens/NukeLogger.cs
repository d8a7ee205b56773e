using Microsoft.Extensions.Logging;
using Serilog.Events;

namespace Nuke.AcrTokens;

/// <summary>
/// Writes to NUKE's log. Serilog's static logger is looked up for every line, because NUKE replaces it while a build starts and
/// ends. A logger created once by Serilog.Extensions.Logging would miss that.
/// </summary>
internal sealed class NukeLogger : ILogger
{
    private const string Template = "{OriginalFormat}";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && Serilog.Log.IsEnabled(ToSerilog(logLevel));

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (
            state is IReadOnlyList<KeyValuePair<string, object?>> values
            && values.Count > 0
            && values[^1] is { Key: Template, Value: string template }
        )
            Serilog.Log.Write(ToSerilog(logLevel), exception, template, [.. values.SkipLast(1).Select(v => v.Value)]);
        else
            Serilog.Log.Write(ToSerilog(logLevel), exception, "{Message:l}", formatter(state, exception));
    }

    private static LogEventLevel ToSerilog(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Information => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            _ => LogEventLevel.Fatal,
        };
}
