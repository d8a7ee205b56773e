using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry;

/// <summary>The registry's bearer tokens. They live for 75 minutes, even if the login behind them ends earlier.</summary>
internal sealed class AccessTokens(SignedTokens tokens, TimeProvider clock)
{
    private const string Issuer = "Azure Container Registry";

    /// <summary>The lifetime of an access token, measured in Azure's own tokens.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(75);

    /// <summary>The lifetime of a refresh token. Assumed.</summary>
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromHours(3);

    public string Issue(string audience, string subject, IEnumerable<AccessScope> access) =>
        tokens.Write(Claims(audience, subject, Lifetime, ("access", new JsonArray([.. access.Select(ToJson)]))));

    /// <summary>Issues a refresh token for a sign-in with Resource Manager's authority. It can only be exchanged for access tokens.</summary>
    public string IssueRefresh(string audience, string subject) =>
        tokens.Write(Claims(audience, subject, RefreshLifetime, ("grant_type", "refresh_token")));

    /// <summary>
    /// Reads the login and the rights in an access token; null if this emulator did not issue it for this audience, or it has expired.
    /// </summary>
    public (string Login, IReadOnlyList<AccessScope> Access)? Read(string token, string audience) =>
        Valid(token, audience) is { } claims && claims["access"] is JsonArray access ? ((string)claims["sub"]!, [.. access.Select(FromJson)]) : null;

    /// <summary>Reads the subject of a refresh token; null if this emulator did not issue it for this audience, or it has expired.</summary>
    public string? ReadRefresh(string token, string audience) =>
        Valid(token, audience) is { } claims && (string?)claims["grant_type"] == "refresh_token" ? (string?)claims["sub"] : null;

    private JsonObject Claims(string audience, string subject, TimeSpan lifetime, (string Name, JsonNode Value) purpose)
    {
        var now = clock.GetUtcNow();
        return new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["sub"] = subject,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["iss"] = Issuer,
            ["aud"] = audience,
            [purpose.Name] = purpose.Value,
        };
    }

    private JsonObject? Valid(string token, string audience)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return
            tokens.Read(token) is { } claims
            && (string?)claims["iss"] == Issuer
            && (string?)claims["aud"] == audience
            && (long)claims["nbf"]! <= now
            && now < (long)claims["exp"]!
            ? claims
            : null;
    }

    private static JsonObject ToJson(AccessScope scope) =>
        new()
        {
            ["type"] = scope.Type,
            ["name"] = scope.Name,
            ["actions"] = new JsonArray([.. scope.Actions.Select(action => JsonValue.Create(action))]),
        };

    private static AccessScope FromJson(JsonNode? json) =>
        new((string)json!["type"]!, (string)json["name"]!, [.. json["actions"]!.AsArray().Select(action => (string)action!)]);
}
