using Cake.Core.Diagnostics;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Cake.AcrTokens;

/// <summary>Writes to Cake's log. A process has one: the log of the context that an alias was last called on.</summary>
internal sealed class CakeLogger : ILogger
{
    public volatile ICakeLog? Target;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && Target is { } log && log.Verbosity >= ToCake(logLevel).Verbosity;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        var text = formatter(state, exception);
        var (verbosity, level) = ToCake(logLevel);
        Target?.Write(verbosity, level, "{0}", exception is null ? text : $"{text}: {exception.Message}"); // no format: the text may hold braces
    }

    // The same pairs as in Cake's own log methods.
    private static (Verbosity Verbosity, Core.Diagnostics.LogLevel Level) ToCake(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => (Verbosity.Diagnostic, Core.Diagnostics.LogLevel.Debug),
            LogLevel.Debug => (Verbosity.Verbose, Core.Diagnostics.LogLevel.Verbose),
            LogLevel.Information => (Verbosity.Normal, Core.Diagnostics.LogLevel.Information),
            LogLevel.Warning => (Verbosity.Minimal, Core.Diagnostics.LogLevel.Warning),
            LogLevel.Error => (Verbosity.Quiet, Core.Diagnostics.LogLevel.Error),
            _ => (Verbosity.Quiet, Core.Diagnostics.LogLevel.Fatal),
        };
}
