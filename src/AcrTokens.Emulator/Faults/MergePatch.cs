using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Faults;

/// <summary>JSON merge patch (RFC 7396).</summary>
internal static class MergePatch
{
    /// <summary>The patched body; unchanged if it is not a JSON object.</summary>
    public static byte[] Apply(byte[] body, string patch)
    {
        try
        {
            return WireJson.Parse(body) is JsonObject json ? Encoding.UTF8.GetBytes(WireJson.Write(Merge(json, Read(patch))!)) : body;
        }
        catch (JsonException)
        {
            return body;
        }
    }

    /// <exception cref="JsonException">The patch is not JSON.</exception>
    public static JsonNode? Read(string patch) => WireJson.Parse(Encoding.UTF8.GetBytes(patch));

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var merged = target as JsonObject ?? [];
        foreach (var (name, change) in changes)
        {
            merged.Remove(name, out var old);
            if (change is not null)
            {
                merged.Add(name, Merge(old, change));
            }
        }

        return merged;
    }
}
