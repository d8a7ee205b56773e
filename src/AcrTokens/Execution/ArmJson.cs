using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>
/// Reads Resource Manager's JSON. Missing or null members are null; members of an unexpected kind throw. Reads by hand, as Azure's clients do: a
/// serializer, generated or not, takes three times as long to start.
/// </summary>
internal static class ArmJson
{
    /// <summary>Whether the exception comes from reading a malformed response, by this code or an Azure client.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException;

    /// <summary>The member of that name; undefined if there is none.</summary>
    public static JsonElement At(this JsonElement json, string name) =>
        json.IsNothing() || !json.TryGetProperty(name, out var value) ? default : value;

    public static string? TextAt(this JsonElement json, string name) => json.At(name) is var value && value.IsNothing() ? null : value.GetString();

    public static bool? FlagAt(this JsonElement json, string name) => json.At(name) is var value && value.IsNothing() ? null : value.GetBoolean();

    /// <summary>A time. One without an offset is UTC.</summary>
    public static DateTimeOffset? DateAt(this JsonElement json, string name) =>
        json.At(name) is var value && value.IsNothing() ? null
        : value.GetDateTime() is { Kind: DateTimeKind.Unspecified } utc ? new DateTimeOffset(utc, TimeSpan.Zero)
        : value.GetDateTimeOffset();

    /// <summary>The id of a resource of that type; null if there is none.</summary>
    public static ResourceIdentifier? IdAt(this JsonElement json, string name, ResourceType type) =>
        json.TextAt(name) is not { } text ? null
        : ResourceIdentifier.TryParse(text, out var id) && id?.ResourceType == type ? id
        : throw new FormatException($"This is no id of one of the {type.GetLastType()}.");

    public static IReadOnlyList<T> ListAt<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        var value = json.At(name);
        if (value.IsNothing())
            return [];

        var items = new List<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
            items.Add(read(item));
        return items;
    }

    public static IReadOnlyList<string> TextsAt(this JsonElement json, string name) => json.ListAt(name, item => item.GetString() ?? "");

    public static bool IsNothing(this JsonElement json) => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
