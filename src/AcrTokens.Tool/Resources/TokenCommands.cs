using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Resources;

/// <summary>The commands on tokens.</summary>
internal static class TokenCommands
{
    public static Command Create() =>
        new("token", "Creates, changes, shows and deletes tokens.")
        {
            TokenCreate.Create(),
            Update(),
            Show(),
            List(),
            Delete(),
            TokenCredentials.Create(),
        };

    private static ChangeCommand<AcrTokenUpdateSettings> Update()
    {
        var command = new ChangeCommand<AcrTokenUpdateSettings>(
            "update",
            "Changes a token: what is not said stays as it is.",
            parsed => TokenChanges.Apply(new AcrTokenUpdateSettings().NameToken(parsed), parsed),
            async work =>
            {
                var token = await work.Client.UpdateTokenAsync(work.Settings, work.Cancellation);
                if (!work.Settings.WhatIf)
                    Layouts.Token.Print(work.Output, work.Format, token.View());
                return ExitCode.Success;
            },
            [
                "acrt token update --registry contoso --name nightly --status disabled",
                "acrt token update -r contoso -n nightly --scope-map _repositories_pull --keep-password password1",
            ],
            parsed => [.. Named.FindMistakes(parsed), .. TokenChanges.FindMistakes(parsed)]
        );
        foreach (var option in TokenChanges.Options.Prepend(Named.Id).Prepend(Named.Token))
            command.Add(option);
        command.Add(SharedOptions.Output);
        return command;
    }

    private static TaskCommand<AcrTokenGetSettings> Show() =>
        new TaskCommand<AcrTokenGetSettings>(
            "show",
            "Shows a token.",
            parsed => new AcrTokenGetSettings().NameToken(parsed),
            async work =>
            {
                var token = await work.Client.GetTokenAsync(work.Settings, work.Cancellation);
                Layouts.Token.Print(work.Output, work.Format, token.View());
                return ExitCode.Success;
            },
            ["acrt token show --registry contoso --name nightly --output json"],
            Named.FindMistakes
        )
        {
            Named.Token,
            Named.Id,
            SharedOptions.Output,
        };

    private static TaskCommand<AcrTokenListSettings> List() =>
        new TaskCommand<AcrTokenListSettings>(
            "list",
            "Lists the registry's tokens.",
            _ => new AcrTokenListSettings(),
            async work =>
            {
                var tokens = await work.Client.ListTokensAsync(work.Settings, work.Cancellation).Select(token => token.View()).ToListAsync();
                Layouts.Token.PrintAll(work.Output, work.Format, tokens);
                return ExitCode.Success;
            },
            ["acrt token list --registry contoso", "acrt token list -r contoso -o tsv | cut -f1"]
        )
        {
            SharedOptions.Output,
        };

    private static DeleteCommand<AcrTokenDeleteSettings> Delete()
    {
        var noWait = new Option<bool>("--no-wait") { Description = "Return after the service's first answer" };
        return new DeleteCommand<AcrTokenDeleteSettings>(
            "delete",
            "Deletes a token: what logs in with it is refused. One that is gone counts as deleted.",
            parsed => new AcrTokenDeleteSettings { NoWait = parsed.Read(noWait) }.NameToken(parsed),
            async work =>
            {
                await work.Client.DeleteTokenAsync(work.Settings, work.Cancellation);
                return ExitCode.Success;
            },
            ["acrt token delete --registry contoso --name nightly --yes"],
            Named.FindMistakes
        )
        {
            Named.Token,
            Named.Id,
            noWait,
        };
    }
}
