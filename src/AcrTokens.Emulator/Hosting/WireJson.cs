using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Hosting;

/// <summary>JSON as the service writes and reads it.</summary>
internal static class WireJson
{
    // The service leaves '+' as it is; the default encoder writes it as \u002B.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A document that says one thing twice is an error, rather than one that fails when it is looked at.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Write(JsonNode node) => node.ToJsonString(Options);

    /// <exception cref="JsonException">It is not JSON, or holds what is no text.</exception>
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

    /// <summary>Looks at every name and text now: each is decoded only when it is looked at.</summary>
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
