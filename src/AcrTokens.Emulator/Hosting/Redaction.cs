using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Redacts secrets that a client should not have sent, so that the log holds none.</summary>
internal static class Redaction
{
    private const string Instead = "***";

    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "value",
        "password",
        "secret",
        "access_token",
        "refresh_token",
        "client_secret",
        "client_assertion",
        "assertion",
    };

    public static string OfQuery(HttpRequest request) =>
        request.Query.Keys.Any(Secret.Contains)
            ? QueryString.Create(request.Query.Select(p => KeyValuePair.Create(p.Key, Secret.Contains(p.Key) ? new(Instead) : p.Value))).Value ?? ""
            : request.QueryString.Value ?? "";

    /// <summary>The redacted JSON; null if the text is not JSON.</summary>
    public static string? OfJson(string text)
    {
        try
        {
            var json = WireJson.Parse(Encoding.UTF8.GetBytes(text));
            return Redact(json) ? WireJson.Write(json!) : text;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Redacts a node. Returns whether there was a secret.</summary>
    private static bool Redact(JsonNode? node)
    {
        var found = false;
        foreach (var name in node is JsonObject named ? named.Select(field => field.Key).ToList() : [])
        {
            if (Secret.Contains(name) && node![name] is JsonValue)
            {
                node[name] = Instead;
                found = true;
            }
            else
            {
                found |= Redact(node![name]);
            }
        }

        foreach (var item in node as JsonArray ?? [])
        {
            found |= Redact(item);
        }

        return found;
    }
}
