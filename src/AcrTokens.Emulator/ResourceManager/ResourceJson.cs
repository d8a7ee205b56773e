using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>JSON as Resource Manager writes and reads it.</summary>
internal static class ResourceJson
{
    /// <summary>As in <c>2023-04-16T21:09:53.7774631+00:00</c>: up to seven digits, none of them a trailing zero.</summary>
    public static string Timestamp(DateTimeOffset value) =>
        value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    public static JsonObject ParseObject(string text)
    {
        try
        {
            return WireJson.Parse(Encoding.UTF8.GetBytes(text)) as JsonObject
                ?? throw ArmRefusals.Invalid("The request's body is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw ArmRefusals.Invalid("The request's body is not valid JSON: " + exception.Message);
        }
    }

    public static JsonObject? ObjectAt(JsonObject parent, string name) =>
        parent[name] switch
        {
            null => null,
            JsonObject found => found,
            _ => throw ArmRefusals.Invalid($"The value of {name} is not an object."),
        };

    public static JsonArray? ArrayAt(JsonObject parent, string name) =>
        parent[name] switch
        {
            null => null,
            JsonArray found => found,
            _ => throw ArmRefusals.Invalid($"The value of {name} is not an array."),
        };

    public static string? StringAt(JsonObject parent, string name) =>
        parent[name] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? text) => text,
            _ => throw ArmRefusals.Invalid($"The value of {name} is not a string."),
        };

    public static JsonObject SystemData(DateTimeOffset changedAt)
    {
        const string Who = "22222222-3333-4444-5555-666666666666";
        var when = Timestamp(changedAt);
        return new JsonObject
        {
            ["createdBy"] = Who,
            ["createdByType"] = "Application",
            // Not the time of creation: a change rewrites both dates.
            ["createdAt"] = when,
            ["lastModifiedBy"] = Who,
            ["lastModifiedByType"] = "Application",
            ["lastModifiedAt"] = when,
        };
    }
}
