using Microsoft.Extensions.Logging;

namespace AcrTokens.Tests;

/// <summary>A log that throws, as on a full disk.</summary>
internal sealed class FullDisk : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        throw new IOException("No space left on device");
}
