using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The client's logger as the tasks use it: it neither throws nor delays the process's end.</summary>
/// <param name="log">The client's logger.</param>
/// <param name="end">The process's end.</param>
internal sealed class CarefulLogger(ILogger log, ProcessEnd end) : ILogger
{
    private readonly Careful careful = new(end);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    // The logger is asked in Log: the answer may throw or block too.
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        careful.Run(() =>
        {
            if (log.IsEnabled(logLevel))
                log.Log(logLevel, eventId, state, exception, formatter);
        });
}
