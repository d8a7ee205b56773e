using System.Buffers;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.AzureSdk;

/// <summary>
/// Ends a list that loops, and removes items that cannot be read from its pages. The SDK reads a page as a whole, so that one bad item would
/// end the list.
/// </summary>
internal sealed class SiftingTransport(HttpPipeline pipeline, AcrThrottling throttling, ListSieve sieve) : RelayTransport(pipeline, throttling)
{
    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        sieve.Begin(message.Request.Uri.ToString());
        await base.ProcessAsync(message).ConfigureAwait(false);
        if (message.Response.Status == 200 && Sift(message.Response.Content.ToMemory()) is { } sifted)
            message.Response.ContentStream = new MemoryStream(sifted);
    }

    // Null if there is nothing to remove. The SDK itself refuses content that is not a page.
    private byte[]? Sift(ReadOnlyMemory<byte> content)
    {
        using var page = TryParse(content);
        if (
            page?.RootElement is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("value", out var value)
            || value.ValueKind != JsonValueKind.Array
        )
            return null;

        var items = value.EnumerateArray().Where(sieve.Passes).ToList();
        return items.Count == value.GetArrayLength() ? null : Write(root, items);
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Write(JsonElement page, List<JsonElement> items)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var other in page.EnumerateObject().Where(member => member.Name != "value"))
                other.WriteTo(json);
            json.WriteStartArray("value");
            items.ForEach(item => item.WriteTo(json));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
