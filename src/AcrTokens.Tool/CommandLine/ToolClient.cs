using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The library's client that the command line asks for.</summary>
internal static class ToolClient
{
    /// <exception cref="AcrException">The emulator's exports are of no use.</exception>
    public static AcrClient Create(ParseResult parsed) =>
        Environment.GetEnvironmentVariable("ACR_EMULATOR_ARM") is { Length: > 0 }
            ? AcrClient.ForEmulator(options => Configure(options, parsed))
            : new AcrClient(options: Configure(new AcrClientOptions(), parsed));

    private static AcrClientOptions Configure(AcrClientOptions options, ParseResult parsed)
    {
        options.Logger = new StandardErrorLog(
            parsed.InvocationConfiguration.Error,
            parsed.Read(SharedOptions.Verbose) || parsed.Read(SharedOptions.WhatIf) ? LogLevel.Information
                : parsed.CommandResult.Command is ITaskCommand command ? command.Told
                : LogLevel.Warning
        );
        options.Prompt = Terminal.Ask;
        return options;
    }
}
