using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The library's log, on standard error: what is as grave as the command wants it, and the steps where they are asked for.</summary>
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
