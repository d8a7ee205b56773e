using Microsoft.Extensions.Logging;

namespace AcrTokens.Tests;

internal sealed class ListLogger : ILogger
{
    private readonly Lock gate = new();

    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (gate)
        {
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }
}
