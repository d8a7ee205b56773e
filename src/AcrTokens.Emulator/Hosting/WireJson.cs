using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Hosting;

/// <summary>JSON as the service writes and reads it.</summary>
internal static class WireJson
{
    // The service writes '+' as it is; the default encoder writes \u002B.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A duplicate property is an error here, instead of a failure when it is first read.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Write(JsonNode node) => node.ToJsonString(Options);

    /// <exception cref="JsonException">The text is not JSON, or holds an invalid string.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> text) => Parse(text, Strict);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonNode? Parse(ReadOnlySpan<byte> text, JsonDocumentOptions options)
    {
        try
        {
            var json = JsonNode.Parse(text, documentOptions: options);
            Read(json);
            return json;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text holds half of a surrogate pair.", exception);
        }
    }

    /// <summary>Reads every name and string now, since each is decoded only when it is read.</summary>
    private static void Read(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject named:
                foreach (var (_, value) in named)
                {
                    Read(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Read(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
        }
    }
}
