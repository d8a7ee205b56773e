using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Creates the library's client from the command line and the environment.</summary>
internal static class ToolClient
{
    private static readonly Dictionary<string, AcrCloud> Clouds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AzureCloud"] = AcrCloud.AzurePublicCloud,
        ["AzureChinaCloud"] = AcrCloud.AzureChina,
        ["AzureUSGovernment"] = AcrCloud.AzureGovernment,
    };

    /// <exception cref="AcrException">The emulator's address or exports are invalid.</exception>
    public static AcrClient Create(ParseResult parsed)
    {
        if (parsed.Read(SharedOptions.Emulator) is { } emulator)
            return AcrClient.ForEmulator(emulator, options => Configure(options, parsed));

        var cloud = parsed.Read(SharedOptions.Cloud);
        if (cloud is null && Environment.GetEnvironmentVariable("ACR_EMULATOR_ARM") is { Length: > 0 })
            return AcrClient.ForEmulator(options => Configure(options, parsed));

        return new AcrClient(options: Configure(new AcrClientOptions { Cloud = CloudOf(cloud) ?? AcrCloud.AzurePublicCloud }, parsed));
    }

    /// <summary>Validates the options for the cloud.</summary>
    public static IEnumerable<string> FindMistakes(ParseResult parsed)
    {
        var cloud = parsed.Read(SharedOptions.Cloud);
        if (cloud is { Length: > 0 } && CloudOf(cloud) is null)
            yield return $"--cloud is '{cloud}', which is none of {string.Join(", ", Clouds.Keys)} and not an address";
        if (cloud is not null && parsed.Read(SharedOptions.Emulator) is not null)
            yield return "both --cloud and --emulator are there: choose one";
        if (parsed.Read(SharedOptions.Audit) is { } audit && AuditFile.FindMistake(audit) is { } mistake)
            yield return mistake;
    }

    private static AcrCloud? CloudOf(string? text) =>
        text is null ? AcrCloud.AzurePublicCloud
        : Clouds.TryGetValue(text, out var cloud) ? cloud
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? new AcrCloud(address, text)
        : null;

    private static AcrClientOptions Configure(AcrClientOptions options, ParseResult parsed)
    {
        options.MaskToStandardError = true; // another command writes or reads standard output
        options.Logger = new StandardErrorLog(
            parsed.InvocationConfiguration.Error,
            parsed.Read(SharedOptions.Verbose) || parsed.Read(SharedOptions.WhatIf) ? LogLevel.Information
                : parsed.CommandResult.Command is ITaskCommand command ? command.Told
                : LogLevel.Warning
        );
        options.Prompt = Terminal.Ask;
        if (parsed.Read(SharedOptions.Audit) is { } audit)
            options.Audit = new AuditFile(audit, parsed.InvocationConfiguration.Error).Append;
        return options;
    }
}
