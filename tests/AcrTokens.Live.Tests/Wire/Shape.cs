using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Live.Tests.Wire;

/// <summary>The shape of a response: its status, the headers of interest, each JSON member with its kind, and error codes.</summary>
internal static class Shape
{
    private static readonly string[] Headers =
    [
        "Azure-AsyncOperation",
        "Docker-Content-Digest",
        "Link",
        "Location",
        "Range",
        "Retry-After",
        "WWW-Authenticate",
        "api-supported-versions",
    ];

    /// <summary>One line per fact, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(Taken exchange) =>
        [
            $"status {exchange.Status}",
            .. exchange.Headers.Keys.Where(IsOfInterest).Order(StringComparer.OrdinalIgnoreCase).Select(name => $"header {name}"),
            .. exchange.Headers.TryGetValue("Content-Type", out var type) ? new[] { $"content {type.Split(';')[0]}" } : [],
            .. Members("$", exchange.Json).Distinct().Order(StringComparer.Ordinal),
        ];

    private static bool IsOfInterest(string header) =>
        Headers.Contains(header, StringComparer.OrdinalIgnoreCase) || header.StartsWith("x-ms-ratelimit-", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Members(string path, JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => Members($"{path}.{field.Key}", field.Value)).Prepend($"{path} is an object"),
            JsonArray items => items.SelectMany(item => Members($"{path}[]", item)).Prepend($"{path} is an array"),
            null => path == "$" ? [] : [$"{path} is null"],
            _ when path is "$.error.code" or "$.errors[].code" => [$"{path} = {node.ToJsonString()}"],
            _ => [$"{path} is a {Kind(node.GetValueKind())}"],
        };

    private static string Kind(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.String => "string",
            _ => "number",
        };
}
