using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>A response that has been read to its end.</summary>
public sealed class Answer
{
    private Answer(HttpStatusCode status, HttpResponseHeaders headers, HttpContentHeaders contentHeaders, ReadOnlyMemory<byte> bytes)
    {
        Status = status;
        Headers = headers;
        ContentHeaders = contentHeaders;
        Bytes = bytes;
    }

    public HttpStatusCode Status { get; }

    public HttpResponseHeaders Headers { get; }

    public HttpContentHeaders ContentHeaders { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string Text => System.Text.Encoding.UTF8.GetString(Bytes.Span);

    public JsonNode Json => JsonNode.Parse(Bytes.Span)!;

    public JsonNode Properties => Json["properties"]!;

    /// <summary>The code of Resource Manager's error, or of the registry's first error.</summary>
    public string? ErrorCode => (string?)(Json["error"]?["code"] ?? Json["errors"]?[0]?["code"]);

    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) || ContentHeaders.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        using (response)
        {
            return new Answer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
        }
    }
}
