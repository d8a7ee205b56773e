using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens;

/// <summary>
/// Reads a docker configuration as docker does, but more leniently: an empty text is an empty configuration, a byte order mark and comments are
/// skipped, and text after the object is ignored.
/// </summary>
internal static class DockerJson
{
    /// <exception cref="FormatException">The text is no docker configuration. The message says why, without quoting it.</exception>
    public static JsonObject Parse(string text)
    {
        var trimmed = text.AsSpan().Trim("\uFEFF \t\r\n");
        if (trimmed.IsEmpty)
            return [];

        try
        {
            var reader = new Utf8JsonReader(
                Encoding.UTF8.GetBytes(trimmed.ToString()),
                new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            var root = JsonNode.Parse(ref reader);
            Visit(root);
            return root switch
            {
                null => [],
                JsonObject config => config,
                _ => throw new FormatException("it holds no object"),
            };
        }
        catch (JsonException failure)
        {
            throw new FormatException($"it is not JSON (line {failure.LineNumber + 1})");
        }
        catch (ArgumentException)
        {
            throw new FormatException("a key is in it twice");
        }
        catch (InvalidOperationException)
        {
            throw new FormatException("a text in it is not Unicode");
        }
    }

    /// <summary>The members of that name, ignoring case as docker does.</summary>
    public static IEnumerable<JsonNode> Members(this JsonObject config, string name) =>
        config.Where(member => IsNamed(member.Key, name)).Select(member => member.Value).OfType<JsonNode>();

    /// <summary>Removes all members of that name, ignoring case.</summary>
    public static void RemoveMembers(this JsonObject config, string name)
    {
        foreach (var key in config.Select(member => member.Key).Where(key => IsNamed(key, name)).ToList())
            config.Remove(key);
    }

    private static bool IsNamed(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    // Duplicate keys and unpaired surrogates are found only when read.
    private static void Visit(JsonNode? node)
    {
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            _ = (string?)value;
        foreach (
            var child in node switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray items => items,
                _ => [],
            }
        )
            Visit(child);
    }
}
