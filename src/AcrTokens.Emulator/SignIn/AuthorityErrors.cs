using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.SignIn;

/// <summary>The errors of the authority. Microsoft documents the numbers; status, error and text are assumed.</summary>
internal static class AuthorityErrors
{
    public static AuthorityException UnknownTenant(string tenant) =>
        BadRequest(
            "invalid_request",
            90002,
            $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud."
        );

    public static AuthorityException UnknownClient(string client, string tenant) =>
        BadRequest("unauthorized_client", 700016, $"Application with identifier '{client}' was not found in the directory '{tenant}'.");

    public static AuthorityException WrongSecret(string client) =>
        Unauthorized(
            "invalid_client",
            7000215,
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret "
                + $"ID, for a secret added to app '{client}'."
        );

    public static AuthorityException NoCredential() =>
        Unauthorized("invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    public static AuthorityException MalformedAssertion() => Unauthorized("invalid_client", 50027, "JWT token is invalid or malformed.");

    public static AuthorityException ExpiredAssertion() =>
        Unauthorized("invalid_client", 700024, "Client assertion is not within its valid time range.");

    public static AuthorityException AssertionForAnother(string? audience) =>
        Unauthorized("invalid_client", 700212, $"No matching federated identity record found for presented assertion audience '{audience}'.");

    public static AuthorityException MissingParameter(string name) =>
        BadRequest("invalid_request", 900144, $"The request body must contain the following parameter: '{name}'.");

    public static AuthorityException UnsupportedGrant(string grant) =>
        BadRequest(
            "unsupported_grant_type",
            70003,
            $"The app requested an unsupported grant type '{grant}'. The emulator knows client_credentials only."
        );

    public static AuthorityException InvalidScope(string scope) =>
        BadRequest("invalid_scope", 70011, $"The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.");

    public static AuthorityException UnknownResource(string resource, string tenant) =>
        BadRequest("invalid_resource", 500011, $"The resource principal named {resource} was not found in the tenant named {tenant}.");

    private static AuthorityException BadRequest(string error, int code, string message) =>
        new(StatusCodes.Status400BadRequest, error, code, message);

    private static AuthorityException Unauthorized(string error, int code, string message) =>
        new(StatusCodes.Status401Unauthorized, error, code, message);
}
