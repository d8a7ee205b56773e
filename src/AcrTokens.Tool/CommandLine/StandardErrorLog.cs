using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Logs to standard error, from a minimum level on.</summary>
internal sealed class StandardErrorLog(TextWriter error, LogLevel lowest) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        var line = Spelling.Of(formatter(state, exception));
        error.WriteLine(
            logLevel switch
            {
                LogLevel.Warning => AcrTokenGuard.ToHostWarning(line),
                >= LogLevel.Error => AcrTokenGuard.ToHostError(line),
                _ => line,
            }
        );
    }
}
