using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Resources;

/// <summary>The commands on scope maps.</summary>
internal static class ScopeMapCommands
{
    private static readonly Option<string?> Description = new("--description")
    {
        Description = "What it is for, at most 256 characters",
        HelpName = "text",
    };

    private static readonly Option<bool> NoWait = new("--no-wait") { Description = "Return after the service's first answer" };

    public static Command Create() =>
        new("scope-map", "Creates, changes, shows and deletes scope maps.") { CreateOne(), Update(), Show(), List(), Delete() };

    private static ChangeCommand<AcrScopeMapCreateSettings> CreateOne()
    {
        var repositories = ScopeOptions.Repository("--repository", "What it permits on a repository");
        var gateways = ScopeOptions.Gateway("--gateway", "What it permits on a gateway");
        return new ChangeCommand<AcrScopeMapCreateSettings>(
            "create",
            "Creates a scope map, or replaces the one of that name.",
            parsed =>
                new AcrScopeMapCreateSettings
                {
                    Description = parsed.Read(Description),
                    Scopes = [.. parsed.Read(repositories) ?? [], .. parsed.Read(gateways) ?? []],
                    NoWait = parsed.Read(NoWait),
                }.NameScopeMap(parsed),
            async work => Print(work, await work.Client.CreateScopeMapAsync(work.Settings, work.Cancellation)),
            [
                "acrt scope-map create --registry contoso --name app-push --repository samples/app:push",
                "acrt scope-map create -r contoso -n app-push --repository samples/app content/read content/write --description 'Pushes the app'",
            ],
            Named.FindMistakes
        )
        {
            Named.ScopeMap,
            Named.Id,
            repositories,
            gateways,
            Description,
            NoWait,
            SharedOptions.Output,
        };
    }

    private static ChangeCommand<AcrScopeMapUpdateSettings> Update()
    {
        var replacing = ScopeOptions.Repository("--repository", "What it is to permit instead of all that it permits");
        var replacingGateways = ScopeOptions.Gateway("--gateway", "What it is to permit instead of all that it permits");
        var added = ScopeOptions.Repository("--add-repository", "What it is to permit on a repository too");
        var removed = ScopeOptions.Repository("--remove-repository", "What it is not to permit on a repository any more");
        var addedGateways = ScopeOptions.Gateway("--add-gateway", "What it is to permit on a gateway too");
        var removedGateways = ScopeOptions.Gateway("--remove-gateway", "What it is not to permit on a gateway any more");
        return new ChangeCommand<AcrScopeMapUpdateSettings>(
            "update",
            "Changes a scope map, and with it what every token that uses it may do.",
            parsed =>
            {
                AcrScope[] scopes = [.. parsed.Read(replacing) ?? [], .. parsed.Read(replacingGateways) ?? []];
                return new AcrScopeMapUpdateSettings
                {
                    Description = parsed.Read(Description),
                    Scopes = scopes.Length > 0 ? scopes : null,
                    AddedScopes = [.. parsed.Read(added) ?? [], .. parsed.Read(addedGateways) ?? []],
                    RemovedScopes = [.. parsed.Read(removed) ?? [], .. parsed.Read(removedGateways) ?? []],
                    NoWait = parsed.Read(NoWait),
                }.NameScopeMap(parsed);
            },
            async work => Print(work, await work.Client.UpdateScopeMapAsync(work.Settings, work.Cancellation)),
            ["acrt scope-map update --registry contoso --name app-push --add-repository samples/base:pull --remove-repository samples/old:push"],
            Named.FindMistakes
        )
        {
            Named.ScopeMap,
            Named.Id,
            added,
            removed,
            addedGateways,
            removedGateways,
            replacing,
            replacingGateways,
            Description,
            NoWait,
            SharedOptions.Output,
        };
    }

    private static TaskCommand<AcrScopeMapGetSettings> Show() =>
        new TaskCommand<AcrScopeMapGetSettings>(
            "show",
            "Shows a scope map.",
            parsed => new AcrScopeMapGetSettings().NameScopeMap(parsed),
            async work =>
            {
                var scopeMap = await work.Client.GetScopeMapAsync(work.Settings, work.Cancellation);
                Layouts.ScopeMap.Print(work.Output, work.Format, scopeMap.View());
                return ExitCode.Success;
            },
            ["acrt scope-map show --registry contoso --name app-push"],
            Named.FindMistakes
        )
        {
            Named.ScopeMap,
            Named.Id,
            SharedOptions.Output,
        };

    private static TaskCommand<AcrScopeMapListSettings> List() =>
        new TaskCommand<AcrScopeMapListSettings>(
            "list",
            "Lists the registry's scope maps.",
            _ => new AcrScopeMapListSettings(),
            async work =>
            {
                var scopeMaps = await work.Client.ListScopeMapsAsync(work.Settings, work.Cancellation).Select(map => map.View()).ToListAsync();
                Layouts.ScopeMap.PrintAll(work.Output, work.Format, scopeMaps);
                return ExitCode.Success;
            },
            ["acrt scope-map list --registry contoso --output json"]
        )
        {
            SharedOptions.Output,
        };

    private static DeleteCommand<AcrScopeMapDeleteSettings> Delete() =>
        new DeleteCommand<AcrScopeMapDeleteSettings>(
            "delete",
            "Deletes a scope map: tokens that use it lose its permissions. One that is gone counts as deleted.",
            parsed => new AcrScopeMapDeleteSettings { NoWait = parsed.Read(NoWait) }.NameScopeMap(parsed),
            async work =>
            {
                await work.Client.DeleteScopeMapAsync(work.Settings, work.Cancellation);
                return ExitCode.Success;
            },
            ["acrt scope-map delete --registry contoso --name app-push --yes"],
            Named.FindMistakes
        )
        {
            Named.ScopeMap,
            Named.Id,
            NoWait,
        };

    private static int Print<T>(Work<T> work, AcrScopeMap scopeMap)
        where T : AcrSettings, IAcrChange
    {
        if (!work.Settings.WhatIf)
            Layouts.ScopeMap.Print(work.Output, work.Format, scopeMap.View());
        return ExitCode.Success;
    }
}
