using System.CommandLine;
using AcrTokens.Tool.CommandLine;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Resources;

/// <summary>The commands on the registry itself and on its admin user.</summary>
internal static class RegistryCommands
{
    public static Command Show() =>
        new TaskCommand<AcrRegistryGetSettings>(
            "show",
            "Shows the registry: login server, SKU, admin user, role assignments.",
            _ => new AcrRegistryGetSettings(),
            async work =>
            {
                var registry = await work.Client.GetRegistryAsync(work.Settings, work.Cancellation);
                Layouts.Registry.Print(work.Output, work.Format, registry.View());
                return ExitCode.Success;
            },
            ["acrt show --name contoso", "acrt show -n contoso -o tsv | cut -f5   # the login server"],
            nameIsRegistry: true
        )
        {
            SharedOptions.Output,
        };

    public static Command Credential() =>
        new("credential", "Shows and renews the passwords of the registry's admin user.") { ShowCredential(), Renew() };

    private static TaskCommand<AcrCredentialGetSettings> ShowCredential()
    {
        var password = CreatePasswordName("Which password to write. Default: password, and password2 where there is a place for two");
        return new TaskCommand<AcrCredentialGetSettings>(
            "show",
            "Shows the admin user's name, and writes a password where there is a place for it.",
            _ => new AcrCredentialGetSettings(),
            async work =>
            {
                using var places = PasswordPlaces.Reserve(work);
                var credential = await work.Client.GetAdminCredentialAsync(work.Settings, work.Cancellation);
                Write(places, credential, Chosen(work.Parsed, password));
                return Print(work, places, credential);
            },
            ["acrt credential show --name contoso --password-stdout | docker login contoso.azurecr.io -u contoso --password-stdin"],
            parsed => [.. FindMistakes(parsed, Chosen(parsed, password)), .. PasswordOptions.FindMistakes(parsed)],
            nameIsRegistry: true
        )
        {
            password,
            PasswordOptions.File,
            PasswordOptions.Stdout,
            SharedOptions.Output,
        };
    }

    private static ChangeCommand<AcrCredentialRegenerateSettings> Renew()
    {
        var password = CreatePasswordName("Which password to renew");
        return new ChangeCommand<AcrCredentialRegenerateSettings>(
            "renew",
            "Renews a password of the admin user, and writes it where there is a place for it. It takes about a minute to reach all of the registry.",
            parsed => new AcrCredentialRegenerateSettings { PasswordName = Named(parsed, password) },
            async work =>
            {
                using var places = PasswordPlaces.Reserve(work);
                var credential = await work.Client.RegenerateAdminCredentialAsync(work.Settings, work.Cancellation);
                if (work.Settings.WhatIf)
                    return ExitCode.Success;

                Write(places, credential, Chosen(work.Parsed, password));
                return Print(work, places, credential);
            },
            ["acrt credential renew --name contoso --password-name password2 --password-file admin.password"],
            parsed => [.. FindMistakes(parsed, Chosen(parsed, password)), .. PasswordOptions.FindMistakes(parsed)],
            nameIsRegistry: true
        )
        {
            password,
            PasswordOptions.File,
            PasswordOptions.Stdout,
            SharedOptions.Output,
        };
    }

    private static Option<string?> CreatePasswordName(string description) =>
        OneOf.Create("--password-name", description, "password", "password", "password2");

    private static AcrAdminPasswordName? Named(ParseResult parsed, Option<string?> password) =>
        parsed.Read(password) is { } name ? Enum.Parse<AcrAdminPasswordName>(name, ignoreCase: true) : null;

    // A single place is for the first password, unless another is named.
    private static AcrAdminPasswordName[] Chosen(ParseResult parsed, Option<string?> password) =>
        Named(parsed, password) is { } name ? [name] : [.. Enum.GetValues<AcrAdminPasswordName>().Take(PasswordOptions.Places(parsed) ?? 1)];

    private static IEnumerable<string> FindMistakes(ParseResult parsed, AcrAdminPasswordName[] chosen)
    {
        if (PasswordOptions.Places(parsed) is > 0 and var places && places != chosen.Length)
            yield return $"there are {places} files for {(chosen.Length == 1 ? "one password" : "two passwords")}";
    }

    private static void Write(PasswordPlaces places, AcrAdminCredential credential, AcrAdminPasswordName[] chosen) =>
        places.Write([
            .. chosen.Select(name => name == AcrAdminPasswordName.Password ? ("password", credential.Password) : ("password2", credential.Password2)),
        ]);

    private static int Print<T>(Work<T> work, PasswordPlaces places, AcrAdminCredential credential)
        where T : AcrSettings
    {
        if (!places.TakeOutput)
            Layouts.AdminCredential.Print(work.Output, work.Format, credential.View());
        return ExitCode.Success;
    }
}
