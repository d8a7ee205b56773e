using System.Diagnostics.CodeAnalysis;
using AcrTokens;

namespace Nuke.AcrTokens;

/// <summary>Keeps secrets out of a Serilog logger.</summary>
public static class AcrRedactionExtensions
{
    /// <summary>
    /// Creates a logger that redacts the secrets of this process (<see cref="AcrRedaction"/>) in texts, properties and exceptions,
    /// and passes the events to this logger, with its level and its sinks. The new logger owns this one: disposing it, as
    /// <c>Log.CloseAndFlush()</c> does, flushes and disposes both. A build class can use <see cref="RedactAcrSecretsAttribute"/> instead.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The logger created from it disposes it.")]
    public static Serilog.ILogger RedactAcrSecrets(this Serilog.ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
        return new Serilog.LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new RedactingSink(logger)).CreateLogger();
    }
}
