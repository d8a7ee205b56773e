using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Hosting;

/// <summary>
/// JSON web tokens, RS256, signed with the emulator's own certificate. The reader interprets the claims, expiry included.
/// </summary>
internal sealed class SignedTokens(EmulatorState state)
{
    private readonly Lock signing = new();

    private string OwnCertificate => Convert.ToBase64String(state.Certificate.Certificate.RawDataMemory.Span);

    public string Write(JsonObject claims)
    {
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["x5c"] = new JsonArray(OwnCertificate),
        };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>The claims of a token that this emulator issued; null for any other.</summary>
    public JsonObject? Read(string token)
    {
        try
        {
            var parts = token.Split('.');
            return parts.Length == 3 && IsOurs(parts[0]) && Verify($"{parts[0]}.{parts[1]}", Base64Url.DecodeFromChars(parts[2]))
                ? JsonNode.Parse(Base64Url.DecodeFromChars(parts[1])) as JsonObject
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the token was signed with this emulator's certificate. Emulators in one process share a key, but not a certificate.</summary>
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
}
