using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Resources;

/// <summary>The commands on a token's passwords.</summary>
internal static class TokenCredentials
{
    private static readonly Option<bool> Password1 = new("--password1") { Description = "The first password" };

    private static readonly Option<bool> Password2 = new("--password2") { Description = "The second password" };

    public static Command Create() => new("credential", "Generates and deletes a token's passwords.") { Generate(), Delete() };

    private static ChangeCommand<AcrTokenCredentialGenerateSettings> Generate() =>
        new ChangeCommand<AcrTokenCredentialGenerateSettings>(
            "generate",
            "Generates a token's passwords anew: what logs in with the old ones is refused.",
            parsed =>
                new AcrTokenCredentialGenerateSettings { PasswordName = OnlyOne(parsed) }
                    .NameToken(parsed)
                    .SetExpiry(parsed),
            GenerateAsync,
            [
                "acrt token credential generate --registry contoso --name ci --password1 --expiration-in-days 7 --password-file ci.password",
                "acrt token credential generate -r contoso -n ci --password1 --password2 --password-file one --password-file two",
            ],
            parsed => [.. Named.FindMistakes(parsed), .. FindMistakes(parsed), .. PasswordOptions.FindMistakes(parsed)]
        )
        {
            Named.Token,
            Named.Id,
            Password1,
            Password2,
            Expiry.On,
            Expiry.InDays,
            PasswordOptions.File,
            PasswordOptions.Stdout,
            SharedOptions.Output,
        };

    private static ChangeCommand<AcrTokenCredentialDeleteSettings> Delete() =>
        new ChangeCommand<AcrTokenCredentialDeleteSettings>(
            "delete",
            "Deletes a token's passwords: what logs in with them is refused.",
            parsed => new AcrTokenCredentialDeleteSettings { PasswordName = OnlyOne(parsed) }.NameToken(parsed),
            async work =>
            {
                var token = await work.Client.DeleteTokenCredentialAsync(work.Settings, work.Cancellation);
                if (!work.Settings.WhatIf)
                    Layouts.Token.Print(work.Output, work.Format, token.View());
                return ExitCode.Success;
            },
            ["acrt token credential delete --registry contoso --name ci --password1"],
            parsed => [.. Named.FindMistakes(parsed), .. Unnamed(parsed)]
        )
        {
            Named.Token,
            Named.Id,
            Password1,
            Password2,
            SharedOptions.Output,
        };

    private static async Task<int> GenerateAsync(Work<AcrTokenCredentialGenerateSettings> work)
    {
        using var places = PasswordPlaces.Reserve(work);
        var credentials = await work.Client.GenerateTokenCredentialAsync(work.Settings, work.Cancellation);
        if (work.Settings.WhatIf)
            return ExitCode.Success;

        places.Write([.. Chosen(work.Parsed).Select(name => (name.Value, credentials.Find(name)?.Value))]);
        if (!places.TakeOutput)
            Layouts.Generated.Print(work.Output, work.Format, credentials.View());
        return ExitCode.Success;
    }

    private static IEnumerable<string> FindMistakes(ParseResult parsed)
    {
        var (passwords, places) = (Chosen(parsed).Count, PasswordOptions.Places(parsed));
        if (places == 0)
            yield return "there is no place for the password (--password-file, --password-stdout), and it can never be read again";
        else if (passwords > 0 && places is not null && places != passwords)
            yield return $"{passwords} passwords are to be generated, and {places} files are given: name one for each, in that order";
        foreach (var mistake in Unnamed(parsed))
            yield return mistake;
    }

    // az takes both then.
    private static IEnumerable<string> Unnamed(ParseResult parsed) =>
        Chosen(parsed).Count == 0 ? ["no password is named (--password1, --password2, or both)"] : [];

    private static IReadOnlyList<AcrTokenPasswordName> Chosen(ParseResult parsed) =>
        [
            .. parsed.Read(Password1) ? [AcrTokenPasswordName.Password1] : Array.Empty<AcrTokenPasswordName>(),
            .. parsed.Read(Password2) ? [AcrTokenPasswordName.Password2] : Array.Empty<AcrTokenPasswordName>(),
        ];

    private static AcrTokenPasswordName? OnlyOne(ParseResult parsed) => Chosen(parsed) is [var one] ? one : null;
}
