using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// The client's logger as the tasks use it. A logger that throws, as on a full disk, must not leave a token behind. One that blocks must not delay
/// the process's end.
/// </summary>
/// <param name="log">The client's logger.</param>
/// <param name="end">The process's end.</param>
internal sealed class CarefulLogger(ILogger log, ProcessEnd end) : ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.2);

    private volatile bool isStuck;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    // The logger is asked in Write: the answer may throw or block too.
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!end.IsUnderWay)
            Write();
        else if (!isStuck)
            isStuck = !HostOutput.IsDone(Write, Patience);

        [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What is said of the work is not the work.")]
        void Write()
        {
            try
            {
                if (log.IsEnabled(logLevel))
                    log.Log(logLevel, eventId, state, exception, formatter);
            }
            catch (Exception)
            {
                // there is nowhere else to log
            }
        }
    }
}
