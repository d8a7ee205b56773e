using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Resources;

/// <summary><c>token create</c>: creates the token, its scope map if requested, and passwords that have a place.</summary>
internal static class TokenCreate
{
    private static readonly AcrTokenPasswordName[] Names = [AcrTokenPasswordName.Password1, AcrTokenPasswordName.Password2];

    private static readonly Option<bool> Overwrite = new("--overwrite")
    {
        Description = "Replace a token of that name, which wipes the passwords that are not kept. Default: refuse",
    };

    private static readonly Option<bool> NoPasswords = new("--no-passwords")
    {
        Description = "Make no password: so it is anyway, without a place for one",
    };

    public static Command Create()
    {
        var command = new ChangeCommand<AcrTokenCreateSettings>(
            "create",
            "Creates a token: a password is made only where there is a place for it.",
            Read,
            RunAsync,
            [
                "acrt token create --registry contoso --name nightly --scope-map _repositories_pull",
                "acrt token create -r contoso -n ci --repository samples/app:push --expiration-in-days 7 --password-file ci.password",
                "acrt token create -r contoso -n ci --scope-map app-push --password-stdout | docker login contoso.azurecr.io -u ci --password-stdin",
            ],
            FindMistakes,
            further: Further
        );
        Option[] options =
        [
            Named.Token,
            Named.Id,
            .. TokenChanges.Options,
            .. OwnScopeMap.Options,
            Overwrite,
            NoPasswords,
            Expiry.On,
            Expiry.InDays,
            PasswordOptions.File,
            PasswordOptions.Stdout,
            SharedOptions.Output,
        ];
        foreach (var option in options)
            command.Add(option);
        return command;
    }

    private static AcrTokenCreateSettings Read(ParseResult parsed)
    {
        var settings = TokenChanges.Apply(new AcrTokenCreateSettings { Overwrite = parsed.Read(Overwrite) }.NameToken(parsed), parsed);
        return OwnScopeMap.IsAskedFor(parsed) && settings is { ScopeMap: null, Name: { } name }
            ? settings.SetScopeMap(OwnScopeMap.NameFor(name))
            : settings;
    }

    private static IEnumerable<string> FindMistakes(ParseResult parsed)
    {
        var places = PasswordOptions.Places(parsed);
        var hasPlace = PasswordOptions.Any(parsed);
        string?[] own =
        [
            OwnScopeMap.IsAskedFor(parsed) && TokenChanges.HasScopeMap(parsed)
                ? "both a scope map and repositories or gateways are given: choose one"
                : null,
            parsed.Read(NoPasswords) && hasPlace ? "--no-passwords has no use for a place for passwords: choose one" : null,
            places > Names.Length ? $"a token has two passwords, and {places} files are given" : null,
            Expiry.IsGiven(parsed) && !hasPlace
                ? "an expiry is given, and no place for a password (--password-file, --password-stdout), so that none is made"
                : null,
            TokenChanges.WaitsNot(parsed) && hasPlace ? "--no-wait leaves a token that may not be ready for a password: choose one" : null,
        ];
        return
        [
            .. Named.FindMistakes(parsed),
            .. TokenChanges.FindMistakes(parsed),
            .. own.OfType<string>(),
            .. PasswordOptions.FindMistakes(parsed),
        ];
    }

    private static IEnumerable<AcrSettings> Further(ParseResult parsed)
    {
        var token = SharedOptions.Apply(parsed, Read(parsed));
        if (OwnScopeMap.Read(parsed, token) is { } scopeMap)
            yield return scopeMap;
        if (PasswordOptions.Any(parsed))
            yield return Generation(parsed, token, Names[0]);
    }

    private static async Task<int> RunAsync(Work<AcrTokenCreateSettings> work)
    {
        using var places = PasswordPlaces.Reserve(work);
        var settings = work.Settings;
        if (OwnScopeMap.Read(work.Parsed, settings) is { } scopeMap)
        {
            await OwnScopeMap.EnsureAsync(work.Client, scopeMap with { Confirm = settings.Confirm }, work.Cancellation);
            settings = settings.DisableConfirm(); // asked already
        }

        var token = await work.Client.CreateTokenAsync(settings, work.Cancellation);
        if (PasswordOptions.Any(work.Parsed))
            token = await GenerateAsync(work, token, places);
        if (!settings.WhatIf && !places.TakeOutput)
            Layouts.Token.Print(work.Output, work.Format, token.View());
        return ExitCode.Success;
    }

    private static async Task<AcrToken> GenerateAsync(Work<AcrTokenCreateSettings> work, AcrToken token, PasswordPlaces places)
    {
        var names = Names.Take(PasswordOptions.Places(work.Parsed) ?? 1).ToList();
        try
        {
            // One password per request, unless both are requested.
            var credentials = await work.Client.GenerateTokenCredentialAsync(
                Generation(work.Parsed, work.Settings, names is [var one] ? one : null),
                work.Cancellation
            );
            if (!work.Settings.WhatIf)
                places.Write([.. names.Select(name => (name.Value, credentials.Find(name)?.Value))]);
            return token with { Passwords = credentials.Passwords };
        }
        catch (AcrException failure)
        {
            throw new AcrException(
                $"Token '{work.Settings.Name}' was created, and has no password that anybody knows. {failure.Message} "
                    + "acrt token credential generate makes another.",
                failure
            )
            {
                Status = failure.Status,
                IsTransient = failure.IsTransient,
            };
        }
    }

    private static AcrTokenCredentialGenerateSettings Generation(ParseResult parsed, AcrTokenCreateSettings token, AcrTokenPasswordName? name) =>
        new AcrTokenCredentialGenerateSettings
        {
            RegistryName = token.RegistryName,
            ResourceGroupName = token.ResourceGroupName,
            SubscriptionId = token.SubscriptionId,
            Name = token.Name,
            PasswordName = name,
            WhatIf = token.WhatIf,
        }.SetExpiry(parsed);
}
