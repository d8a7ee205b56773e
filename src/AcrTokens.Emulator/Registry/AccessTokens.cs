using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry;

/// <summary>The registry's bearer tokens: alive for 75 minutes whatever becomes of the login behind them.</summary>
internal sealed class AccessTokens(SignedTokens tokens, TimeProvider clock)
{
    private const string Issuer = "Azure Container Registry";

    /// <summary>Measured in Azure's own tokens.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(75);

    /// <summary>Assumed.</summary>
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromHours(3);

    public string Issue(string audience, string subject, IEnumerable<AccessScope> access) =>
        tokens.Write(Claims(audience, subject, Lifetime, ("access", new JsonArray([.. access.Select(ToJson)]))));

    /// <summary>Stands for somebody who signed in with Resource Manager's authority, and is good for access tokens only.</summary>
    public string IssueRefresh(string audience, string subject) =>
        tokens.Write(Claims(audience, subject, RefreshLifetime, ("grant_type", "refresh_token")));

    /// <summary>
    /// Who the bearer of a token is and what it may do; null where the token is not one of ours for this audience, or no longer valid.
    /// </summary>
    public (string Login, IReadOnlyList<AccessScope> Access)? Read(string token, string audience) =>
        Valid(token, audience) is { } claims && claims["access"] is JsonArray access ? ((string)claims["sub"]!, [.. access.Select(FromJson)]) : null;

    /// <summary>Whom a refresh token stands for; null where it is not one of ours for this audience, or no longer valid.</summary>
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
