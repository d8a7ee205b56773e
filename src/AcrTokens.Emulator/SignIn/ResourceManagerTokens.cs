using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.SignIn;

/// <summary>The bearer tokens of signed-in applications, for Resource Manager or, by an exchange, for the registry.</summary>
internal sealed class ResourceManagerTokens(EmulatorState state, SignedTokens tokens)
{
    /// <summary>The lifetime of a token. Assumed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private string Issuer => $"https://sts.windows.net/{state.Options.TenantId}/";

    public string Issue(string clientId, string audience)
    {
        var now = state.Clock.GetUtcNow();
        return tokens.Write(
            new JsonObject
            {
                ["aud"] = audience,
                ["iss"] = Issuer,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
                ["appid"] = clientId,
                ["idtyp"] = "app",
                ["oid"] = clientId,
                ["sub"] = clientId,
                ["tid"] = state.Options.TenantId,
                ["ver"] = "1.0",
            }
        );
    }

    /// <summary>Reads client id, audience and expiry, which may be in the past; null for a token of another kind or issuer.</summary>
    public (string ClientId, string Audience, DateTimeOffset ExpiresOn)? Read(string token) =>
        tokens.Read(token) is { } claims && (string?)claims["iss"] == Issuer
            ? ((string)claims["appid"]!, (string)claims["aud"]!, DateTimeOffset.FromUnixTimeSeconds((long)claims["exp"]!))
            : null;
}
