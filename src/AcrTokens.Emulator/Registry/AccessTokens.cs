using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Registry;

/// <summary>The registry's bearer tokens: RS256, signed with the emulator's own certificate, alive for 75 minutes whatever becomes of the login behind them.</summary>
internal sealed class AccessTokens(EmulatorState state)
{
    /// <summary>Measured in Azure's own tokens.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(75);

    private readonly Lock signing = new();

    private string OwnCertificate => Convert.ToBase64String(state.Certificate.Certificate.RawDataMemory.Span);

    public string Issue(string audience, string subject, IEnumerable<AccessScope> access)
    {
        var now = state.Clock.GetUtcNow();
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["x5c"] = new JsonArray(OwnCertificate),
        };
        var claims = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["sub"] = subject,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["iss"] = "Azure Container Registry",
            ["aud"] = audience,
            ["access"] = new JsonArray([.. access.Select(ToJson)]),
        };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>What the bearer of a token may do; null where the token is not one of ours for this audience, or no longer valid.</summary>
    public IReadOnlyList<AccessScope>? Read(string token, string audience)
    {
        try
        {
            var parts = token.Split('.');
            if (parts.Length != 3 || !IsOurs(parts[0]) || !Verify($"{parts[0]}.{parts[1]}", Base64Url.DecodeFromChars(parts[2])))
            {
                return null;
            }

            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
            var now = state.Clock.GetUtcNow().ToUnixTimeSeconds();
            var valid = (string?)claims["aud"] == audience && (long)claims["nbf"]! <= now && now < (long)claims["exp"]!;
            return valid ? [.. claims["access"]!.AsArray().Select(FromJson)] : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The emulators of a process share a key, but no certificate.</summary>
    private bool IsOurs(string header) => (string?)JsonNode.Parse(Base64Url.DecodeFromChars(header))?["x5c"]?[0] == OwnCertificate;

    private byte[] Sign(string text)
    {
        lock (signing)
        {
            return state.Certificate.Key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private bool Verify(string text, byte[] signature)
    {
        lock (signing)
        {
            return state.Certificate.Key.VerifyData(Encoding.ASCII.GetBytes(text), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static JsonObject ToJson(AccessScope scope) => new()
    {
        ["type"] = scope.Type,
        ["name"] = scope.Name,
        ["actions"] = new JsonArray([.. scope.Actions.Select(action => JsonValue.Create(action))]),
    };

    private static AccessScope FromJson(JsonNode? json) =>
        new((string)json!["type"]!, (string)json["name"]!, [.. json["actions"]!.AsArray().Select(action => (string)action!)]);
}
