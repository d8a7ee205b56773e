using System.CommandLine;
using System.CommandLine.Parsing;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Resources;

/// <summary>The options shared by creating and updating a token.</summary>
internal static class TokenChanges
{
    private static readonly Option<string?> ScopeMap = new("--scope-map")
    {
        Description = "The scope map that says what the token may do, by name or resource id",
        HelpName = "scope map",
    };

    private static readonly Option<string?> Status = OneOf.Create("--status", "Whether the token may log in", "status", "enabled", "disabled");

    private static readonly Option<IReadOnlyList<AcrTokenCertificate>?> Certificates = new("--certificate-file")
    {
        Description = "A certificate in PEM that the token may log in with, once for each of two; certificate2=ci.pem says which it is",
        HelpName = "file",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ReadCertificates,
    };

    private static readonly Option<bool> ClearCertificates = new("--clear-certificates") { Description = "The token logs in with no certificate" };

    private static readonly Option<IReadOnlyList<AcrTokenPassword>?> Passwords = new("--keep-password")
    {
        Description =
            "A password to keep, password1 or password2; the token's others are removed. "
            + "password1,creationTime=2026-11-21T06:30:00Z,expiry=… says more of it",
        HelpName = "password",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ReadPasswords,
    };

    private static readonly Option<bool> ClearPasswords = new("--clear-passwords") { Description = "Keep no password: both are removed" };

    private static readonly Option<bool> NoWait = new("--no-wait") { Description = "Return after the service's first answer" };

    public static IEnumerable<Option> Options =>
        [ScopeMap, Status, Certificates, ClearCertificates, Passwords, ClearPasswords, TokenFile.Option, NoWait];

    public static bool WaitsNot(ParseResult parsed) => parsed.Read(NoWait);

    public static bool HasScopeMap(ParseResult parsed) => parsed.Read(ScopeMap) is not null;

    /// <summary>Reads the file of <c>--from</c>; options override it.</summary>
    public static T Apply<T>(T settings, ParseResult parsed)
        where T : AcrTokenChangeSettings
    {
        var file = parsed.Read(TokenFile.Option);
        if (settings is AcrTokenCreateSettings { Overwrite: false })
            file = file?.ForNewToken();
        return settings with
        {
            ScopeMap = parsed.Read(ScopeMap) ?? file?.ScopeMap,
            Status = parsed.Read(Status) is { } status ? new AcrTokenStatus(status) : file?.Status,
            Passwords = parsed.Read(ClearPasswords) ? [] : parsed.Read(Passwords) ?? file?.Passwords,
            Certificates = parsed.Read(ClearCertificates) ? [] : parsed.Read(Certificates) ?? file?.Certificates,
            NoWait = parsed.Read(NoWait),
        };
    }

    public static IEnumerable<string> FindMistakes(ParseResult parsed)
    {
        if (parsed.Read(ClearPasswords) && parsed.GetResult(Passwords) is not null)
            yield return "passwords are both kept and cleared: choose one";
        if (parsed.Read(ClearCertificates) && parsed.GetResult(Certificates) is not null)
            yield return "certificates are both given and cleared: choose one";
    }

    private static IReadOnlyList<AcrTokenCertificate>? ReadCertificates(ArgumentResult result)
    {
        var read = new AcrTokenUpdateSettings();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var (name, path) = text.Split('=', 2) is ["certificate1" or "certificate2", var file] ? (text[..12], file) : (null, text);
            try
            {
                read = read.AddCertificateFile(path, name is null ? null : new AcrTokenCertificateName(name));
            }
            catch (Exception failure) when (failure is AcrException or ArgumentException)
            {
                result.AddError(failure is AcrException ? failure.Message : "--certificate-file names no file");
            }
        }

        return read.Certificates;
    }

    private static IReadOnlyList<AcrTokenPassword>? ReadPasswords(ArgumentResult result) =>
        [.. result.Tokens.Select(token => ReadPassword(result, token.Value)).OfType<AcrTokenPassword>()];

    private static AcrTokenPassword? ReadPassword(ArgumentResult result, string text)
    {
        var parts = text.Split(',');
        if (parts[0].ToUpperInvariant() is not ("PASSWORD1" or "PASSWORD2"))
        {
            result.AddError($"'{parts[0]}' is not one of a token's passwords: password1, password2");
            return null;
        }

        var password = new AcrTokenPassword { Name = new(parts[0]) };
        foreach (var part in parts.Skip(1))
        {
            var time = part.Split('=', 2) is [_, var value] ? Expiry.TryParse(value) : null;
            if (time is not null && part.StartsWith("creationTime=", StringComparison.OrdinalIgnoreCase))
                password = password with { CreatedOn = time };
            else if (time is not null && part.StartsWith("expiry=", StringComparison.OrdinalIgnoreCase))
                password = password with { ExpiresOn = time };
            else
                result.AddError($"'{part}' of '{text}' is neither creationTime=TIME nor expiry=TIME, such as 2026-12-31T12:59:59Z");
        }

        return password;
    }
}
