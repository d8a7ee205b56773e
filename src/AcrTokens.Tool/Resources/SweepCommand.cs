using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.Resources;

/// <summary><c>sweep</c>: deletes what crashed builds left.</summary>
internal static class SweepCommand
{
    private static readonly Option<string?> Prefix = new("--prefix")
    {
        Description = "How the names of the tokens to sweep begin. Default: acrt",
        HelpName = "prefix",
    };

    private static readonly Option<int?> Maximum = new("--maximum")
    {
        Description = "How many tokens are deleted at most, and as many scope maps. Default: 1000, about two minutes' work",
        HelpName = "tokens",
    };

    private static readonly Option<TimeSpan?> ClockSkew = Durations.CreateOption(
        "--clock-skew",
        "How long past the expiry in a token's name has to be. Default: 15m"
    );

    public static Command Create()
    {
        var command = new ChangeCommand<AcrTokenSweepSettings>(
            "sweep",
            "Deletes the minted tokens that crashed builds left, and the scope maps that no token uses any more. Nothing else is touched.",
            Read,
            RunAsync,
            ["acrt sweep --registry contoso", "acrt sweep -r contoso --what-if", "acrt sweep -r contoso --maximum 5000 --output json"]
        )
        {
            // Without a bar, a line is logged every half minute.
            Told = TerminalBar.IsShown ? LogLevel.Warning : LogLevel.Information,
        };
        foreach (var option in new Option[] { Prefix, Maximum, ClockSkew, SharedOptions.Output })
            command.Add(option);
        return command;
    }

    private static AcrTokenSweepSettings Read(ParseResult parsed)
    {
        var defaults = new AcrTokenSweepSettings();
        return defaults with
        {
            NamePrefix = parsed.Read(Prefix) ?? defaults.NamePrefix,
            MaximumTokens = parsed.Read(Maximum) ?? defaults.MaximumTokens,
            ClockSkew = parsed.Read(ClockSkew) ?? defaults.ClockSkew,
        };
    }

    private static async Task<int> RunAsync(Work<AcrTokenSweepSettings> work)
    {
        AcrSweepReport report;
        using (var bar = TerminalBar.IsShown && !work.Settings.WhatIf ? new TerminalBar(work.Error, TimeProvider.System) : null)
            report = await work.Client.SweepTokensAsync(work.Settings.SetProgress(bar), work.Cancellation);

        Layouts.Sweep.Print(work.Output, work.Format, report.View());
        return report.Failed + report.ScopeMapsFailed == 0 ? ExitCode.Success : ExitCode.Failure;
    }
}
