using System.Diagnostics.CodeAnalysis;
using AcrTokens;

namespace Nuke.AcrTokens;

/// <summary>Keeps secrets out of a Serilog logger.</summary>
public static class AcrRedactionExtensions
{
    /// <summary>
    /// A logger that takes the secrets of this process (<see cref="AcrRedaction"/>) out of texts, properties and exceptions,
    /// and hands the events on to this one, with its level and its sinks. It takes this one over: disposing it, as <c>Log.CloseAndFlush()</c>
    /// does, disposes and flushes both. On a build class <see cref="RedactAcrSecretsAttribute"/> does it.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The logger that is made of it disposes of it.")]
    public static Serilog.ILogger RedactAcrSecrets(this Serilog.ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
        return new Serilog.LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new RedactingSink(logger)).CreateLogger();
    }
}
