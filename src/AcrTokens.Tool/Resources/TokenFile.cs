using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using AcrTokens.Tool.Output;

namespace AcrTokens.Tool.Resources;

/// <summary>
/// Reads a token from a JSON file: as <c>acrt token show</c> or <c>az acr token show</c> prints it, or in the service's form with <c>properties</c>.
/// Missing properties are not set.
/// </summary>
internal sealed record TokenFile(
    string? ScopeMap,
    AcrTokenStatus? Status,
    IReadOnlyList<AcrTokenPassword>? Passwords,
    IReadOnlyList<AcrTokenCertificate>? Certificates
)
{
    public static Option<TokenFile?> Option { get; } =
        new("--from")
        {
            Description = "Take scope map, status, passwords to keep and certificates from this JSON file, as acrt token show -o json prints it",
            HelpName = "file",
            CustomParser = Read,
        };

    /// <summary>The same for a token that replaces none: it has no passwords to keep.</summary>
    public TokenFile ForNewToken() => this with { Passwords = null };

    private static TokenFile? Read(ArgumentResult result)
    {
        var path = result.Tokens[0].Value;
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllText(path), OutputJson.Plain.SentToken);
            if ((file?.Properties ?? file) is { } token)
                return From(token);

            result.AddError($"--from '{path}' holds no token");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            result.AddError($"--from '{path}' cannot be read: {failure.Message}");
        }
        catch (JsonException failure)
        {
            result.AddError($"--from '{path}' holds no token: {failure.Message}");
        }

        return null;
    }

    private static TokenFile From(SentToken token) =>
        new(
            token.ScopeMapId,
            token.Status is null ? null : new AcrTokenStatus(token.Status),
            token.Credentials?.Passwords is not { } passwords
                ? null
                :
                [
                    .. passwords.Select(p => new AcrTokenPassword
                    {
                        Name = new(p.Name ?? ""),
                        CreatedOn = p.CreationTime,
                        ExpiresOn = p.Expiry,
                    }),
                ],
            token.Credentials?.Certificates is not { } certificates
                ? null
                :
                [
                    .. certificates.Select(c => new AcrTokenCertificate
                    {
                        Name = new(c.Name ?? ""),
                        EncodedPemCertificate = c.EncodedPemCertificate,
                        ExpiresOn = c.Expiry,
                        Thumbprint = c.Thumbprint,
                    }),
                ]
        );
}

/// <summary>The properties of a token that can be sent.</summary>
internal sealed record SentToken(CredentialsView? Credentials, SentToken? Properties, string? ScopeMapId, string? Status);
