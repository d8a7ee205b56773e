using System.Globalization;
using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry;

internal static class WireJson
{
    /// <summary>Creates an object without the members that are null.</summary>
    public static JsonObject Object(params (string Name, JsonNode Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value)));

    /// <summary>Creates an array; null for a list that was never changed. A cleared list gives an empty array.</summary>
    public static JsonArray Array<T>(IList<T> list, Func<T, JsonNode> write) =>
        list is ChangeTrackingList<T> { IsUndefined: true } ? null : new JsonArray([.. list.Select(write)]);

    public static string Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("O");

    public static JsonElement? Member(this JsonElement? json, string name) =>
        json is { } known && known.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static string Text(this JsonElement? json, string name) => json.Member(name)?.GetString();

    public static DateTimeOffset? Date(this JsonElement? json, string name) =>
        json.Text(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    public static ResourceIdentifier Id(this JsonElement? json, string name) => json.Text(name) is { } id ? new(id) : null;

    public static ResourceType Type(this JsonElement? json) => json.Text("type") is { } type ? new(type) : default;

    public static SystemData SystemData(this JsonElement? json) => json.Member("systemData")?.Deserialize<SystemData>();

    public static IList<T> List<T>(this JsonElement? json, string name, Func<JsonElement?, T> read) =>
        json.Member(name) is { } list ? [.. list.EnumerateArray().Select(item => read(item))] : new ChangeTrackingList<T>();
}
