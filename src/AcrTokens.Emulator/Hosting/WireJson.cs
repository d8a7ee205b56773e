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

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> text) => JsonNode.Parse(text, documentOptions: Strict);
}
