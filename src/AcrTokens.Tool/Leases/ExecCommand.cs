using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Processes;

namespace AcrTokens.Tool.Leases;

/// <summary>Runs a command with a lease.</summary>
internal sealed class ExecCommand
{
    private static readonly Dictionary<string, AcrLoginTool> Tools = new()
    {
        ["docker"] = AcrLoginTool.Docker,
        ["skopeo"] = AcrLoginTool.Skopeo,
        ["oras"] = AcrLoginTool.Oras,
        ["helm"] = AcrLoginTool.Helm,
    };

    private readonly MintOptions mint = new();
    private readonly Option<string[]?> logins = new("--login")
    {
        Description = "Let a tool log in by itself first: docker, skopeo, oras or helm. Most need not, since they read the docker configuration",
        HelpName = "tool",
    };
    private readonly Option<bool> keepDisabled = new("--keep-disabled") { Description = "Leave the token in the registry, disabled" };
    private readonly Option<bool> prove = new("--prove") { Description = "Ask the registry afterwards whether it refuses the password" };
    private readonly Option<TimeSpan?> renew = Durations.CreateOption(
        "--renew",
        "Renew the password in time, until this long after the mint at most, for commands that outlast the lifetime. Default: never"
    );
    private readonly Argument<string[]?> command = new("command")
    {
        Description = "The command to run and its arguments, after --",
        Arity = ArgumentArity.OneOrMore,
    };

    private ExecCommand() => logins.AcceptOnlyFromAmong([.. Tools.Keys]);

    public static Command Create()
    {
        var exec = new ExecCommand();
        var created = new ChangeCommand<AcrTokenMintSettings>(
            "exec",
            "Mints a token, runs a command with a private docker configuration that has its login, and revokes it however the command ends.",
            exec.Read,
            exec.RunAsync,
            [
                "acrt exec --registry contoso --repository samples/app:push -- docker push contoso.azurecr.io/samples/app:1.2",
                "acrt exec --registry contoso --image contoso.azurecr.io/samples/app:1.2 --lifetime 5m --prove -- ./push.sh",
                "acrt exec --registry contoso --scope-map publish --login helm -- helm push app-1.2.tgz oci://contoso.azurecr.io/charts",
            ],
            exec.Check,
            ExitCode.OwnFailure
        )
        {
            exec.command,
            exec.logins,
            exec.keepDisabled,
            exec.prove,
            exec.renew,
            SharedOptions.Audit,
        };
        foreach (var option in exec.mint.All)
            created.Add(option);
        return created;
    }

    private AcrTokenMintSettings Read(ParseResult parsed) =>
        mint.Read(parsed) with
        {
            KeepDisabled = parsed.Read(keepDisabled),
            RevocationProof = parsed.Read(prove),
            AutoRenew = parsed.Read(renew),
        };

    // Words before -- are the tool's own; unknown ones were parsed as the command.
    private IEnumerable<string> Check(ParseResult parsed)
    {
        if (parsed.Read(command) is not { Length: > 0 } words)
            return [];

        var isApart = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        var stray = words.SkipLast(parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count());
        return isApart
            ? stray.Select(word => UsageMessage.OfUnknown(word, parsed.CommandResult.Command))
            :
            [
                "the command stands after --, as in: acrt exec … -- docker push …",
                .. stray.TakeWhile(word => word.StartsWith('-')).Select(word => UsageMessage.OfUnknown(word, parsed.CommandResult.Command)),
            ];
    }

    private async Task<int> RunAsync(Work<AcrTokenMintSettings> work)
    {
        string[] words = work.Parsed.Read(command)!;
        var file = CommandFile.Find(words[0]);
        if (!file.IsProgram)
        {
            await work.Error.WriteLineAsync(file.Path is null ? $"There is no command '{words[0]}'." : $"{file.Path} may not be run.");
            return file.Path is null ? ExitCode.NotFound : ExitCode.NotExecutable;
        }

        var child = Child.Listen();
        var lease = await work.Client.MintTokenAsync(work.Settings, work.Cancellation);
        if (work.Settings.WhatIf)
        {
            await work.Error.WriteLineAsync($"What if: run {file.Path}");
            return ExitCode.Success;
        }

        var exitCode = ExitCode.Success;
        var isRevoked = false;
        try
        {
            var config = await lease.GetDockerConfigAsync(work.Cancellation);
            foreach (var tool in work.Parsed.Read(logins) ?? [])
                await lease.LoginAsync(Tools[tool], work.Cancellation);

            var start = new ProcessStartInfo(file.Path!, words[1..]);
            foreach (var (name, value) in config.Variables)
                start.Environment[name] = value;
            exitCode = await child.RunAsync(start, work.Error);
        }
        finally
        {
            isRevoked = await TryRevokeAsync(lease, work.Error);
        }

        if (child.SignalCode is { } signal)
            return signal;
        return isRevoked || exitCode != ExitCode.Success ? exitCode : ExitCode.OwnFailure;
    }

    private static async Task<bool> TryRevokeAsync(AcrTokenLease lease, TextWriter error)
    {
        try
        {
            await lease.RevokeAsync();
            return true;
        }
        catch (AcrException failure)
        {
            if (AcrTokenGuard.OpenLeases.Contains(lease))
                await Task.Run(AcrTokenGuard.RevokeAll); // tries again, as the process's end would, and writes one line for both
            else
                await error.WriteLineAsync(AcrTokenGuard.ToHostError(failure.Message));
            return false;
        }
    }
}
