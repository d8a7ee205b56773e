using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Faults.Clients;

/// <summary>Collects a client's log and exceptions, as a host prints them.</summary>
internal sealed class TextLog : ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public string Text => string.Join('\n', lines);

    /// <summary>Whether it logged an error, rather than threw it.</summary>
    public bool HasErrors { get; private set; }

    public void Add(object said) => lines.Enqueue($"{said}");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        HasErrors |= logLevel >= LogLevel.Error;
        Add($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
