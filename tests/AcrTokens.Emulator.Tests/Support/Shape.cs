using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>JSON without the parts that differ between runs: authors, dates and passwords.</summary>
public static class Shape
{
    private static readonly HashSet<string> Varying =
    [
        "createdBy",
        "createdByType",
        "createdAt",
        "lastModifiedBy",
        "lastModifiedByType",
        "lastModifiedAt",
        "creationDate",
        "creationTime",
        "lastUpdatedTime",
        "value",
    ];

    /// <summary>Writes one line per value, in document order, so that a failure shows where two documents differ.</summary>
    public static string Of(string body, IReadOnlyList<string> leftOut) =>
        body.StartsWith('{') ? string.Join('\n', Lines("$", JsonNode.Parse(body), leftOut)) : body;

    private static IEnumerable<string> Lines(string path, JsonNode? node, IReadOnlyList<string> leftOut) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field =>
                Varying.Contains(field.Key) && field.Value is JsonValue value
                    ? [$"{path}.{field.Key} is a {value.GetValueKind()}"]
                    : Lines($"{path}.{field.Key}", field.Value, leftOut)
            ),
            JsonArray items => items
                .Where(item => item is not JsonObject named || !leftOut.Contains((string?)named["name"]))
                .SelectMany((item, index) => Lines($"{path}[{index}]", item, leftOut))
                .Prepend($"{path} is an {JsonValueKind.Array}"),
            null => [$"{path} = null"],
            _ => [$"{path} = {node.ToJsonString()}"],
        };
}
