using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The input of a command with a valid command line.</summary>
internal sealed record Work<T>(AcrClient Client, T Settings, ParseResult Parsed, CancellationToken Cancellation)
    where T : AcrSettings
{
    /// <summary>The stream for results.</summary>
    public TextWriter Output => Parsed.InvocationConfiguration.Output;

    /// <summary>The stream for everything else.</summary>
    public TextWriter Error => Parsed.InvocationConfiguration.Error;

    public OutputFormat Format => Parsed.Read(SharedOptions.Output);
}
