using System.CommandLine;

namespace AcrTokens.Tool.CommandLine;

/// <summary>What a command works with, once its command line is found right.</summary>
internal sealed record Work<T>(AcrClient Client, T Settings, ParseResult Parsed, CancellationToken Cancellation)
    where T : AcrSettings
{
    /// <summary>What was asked for goes there.</summary>
    public TextWriter Output => Parsed.InvocationConfiguration.Output;

    /// <summary>Everything else goes there.</summary>
    public TextWriter Error => Parsed.InvocationConfiguration.Error;

    public OutputFormat Format => Parsed.Read(SharedOptions.Output);
}
