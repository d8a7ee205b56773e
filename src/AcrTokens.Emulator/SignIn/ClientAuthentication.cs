using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.SignIn;

/// <summary>
/// Identifies the application that requests a token, by its secret or by a federated token. The token's issuer and signature are not checked.
/// </summary>
internal sealed class ClientAuthentication(EmulatorState state)
{
    private const string FederationAudience = "api://AzureADTokenExchange";

    public string Check(HttpRequest request, IFormCollection form, string tenant)
    {
        var (id, secret) = Credentials(request, form);
        var principal = state.Principals.Find(id) ?? throw AuthorityErrors.UnknownClient(id, tenant);
        if (form["client_assertion"] is [{ Length: > 0 } assertion])
        {
            CheckAssertion(assertion);
        }
        else if (secret is null)
        {
            throw AuthorityErrors.NoCredential();
        }
        else if (!principal.Matches(secret))
        {
            throw AuthorityErrors.WrongSecret(id);
        }

        return principal.ClientId;
    }

    /// <summary>Reads the credentials from the form, or from the header, which RFC 6749 prefers.</summary>
    private static (string Id, string? Secret) Credentials(HttpRequest request, IFormCollection form)
    {
        if (form["client_id"] is [{ Length: > 0 } id])
        {
            return (id, form["client_secret"]);
        }

        return BasicCredentials.Of(request) is { } basic
            ? (Uri.UnescapeDataString(basic.User), Uri.UnescapeDataString(basic.Password))
            : throw AuthorityErrors.MissingParameter("client_id");
    }

    private void CheckAssertion(string assertion)
    {
        var claims = Claims(assertion) ?? throw AuthorityErrors.MalformedAssertion();
        var audience = claims["aud"] is JsonArray several ? several.FirstOrDefault()?.ToString() : claims["aud"]?.ToString();
        if (audience != FederationAudience)
        {
            throw AuthorityErrors.AssertionForAnother(audience);
        }

        if (!long.TryParse(claims["exp"]?.ToString(), out var expiry) || expiry <= state.Clock.GetUtcNow().ToUnixTimeSeconds())
        {
            throw AuthorityErrors.ExpiredAssertion();
        }
    }

    private static JsonObject? Claims(string assertion)
    {
        try
        {
            return assertion.Split('.') is [_, var claims, _]
                ? JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(claims))) as JsonObject
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
