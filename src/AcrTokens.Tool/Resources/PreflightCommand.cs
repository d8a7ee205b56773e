using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;
using Microsoft.Extensions.Logging;

namespace AcrTokens.Tool.Resources;

/// <summary><c>preflight</c>: whether a mint and its revocation would work.</summary>
internal static class PreflightCommand
{
    private static readonly Option<string?> ScopeMap = new("--scope-map")
    {
        Description = "The scope map that is to be used, by name or resource id. Default: one is made, which takes further rights",
        HelpName = "scope map",
    };

    private static readonly Option<string[]?> Tokens = new("--token")
    {
        Description = "A token that exists and is to be used; may be given several times",
        HelpName = "name",
    };

    private static readonly Option<TimeSpan?> Lifetime = Durations.CreateOption("--lifetime", "How long the token is to live. Default: 30m");

    public static Command Create()
    {
        var command = new TaskCommand<AcrTokenPreflightSettings>(
            "preflight",
            "Checks, without writing anything, whether a mint and its revocation would work. Exit code 1 where they would not.",
            parsed =>
            {
                var settings = new AcrTokenPreflightSettings { ScopeMap = parsed.Read(ScopeMap), Tokens = parsed.Read(Tokens) ?? [] };
                return parsed.Read(Lifetime) is { } lifetime ? settings.SetLifetime(lifetime) : settings;
            },
            RunAsync,
            ["acrt preflight --registry contoso", "acrt preflight -r contoso --scope-map app-push --lifetime 2h"]
        )
        {
            Told = LogLevel.None, // the findings are printed
        };
        foreach (var option in new Option[] { ScopeMap, Tokens, Lifetime, SharedOptions.Output })
            command.Add(option);
        return command;
    }

    private static async Task<int> RunAsync(Work<AcrTokenPreflightSettings> work)
    {
        var report = await work.Client.PreflightAsync(work.Settings, work.Cancellation);
        Checklist.Print(work.Output, work.Format, report.View());
        return report.IsGood ? ExitCode.Success : ExitCode.Failure;
    }
}
