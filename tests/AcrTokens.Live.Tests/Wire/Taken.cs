using System.Text.Json;
using System.Text.Json.Nodes;

namespace AcrTokens.Live.Tests.Wire;

/// <summary>A request and its response, as they were on the wire, without the request's <c>Authorization</c>.</summary>
/// <param name="method">The request's method.</param>
/// <param name="address">The request's address.</param>
/// <param name="sent">The request's body; null if there was none, or none in text.</param>
internal sealed class Taken(string method, Uri address, string? sent)
{
    /// <summary>What the probe was doing. Requests of the same step are compared.</summary>
    public required string Step { get; set; }

    public string Method { get; } = method;

    public Uri Address { get; } = address;

    public string? Sent { get; } = sent;

    public required int Status { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string Body { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public JsonNode? Json => TryParse(Body);

    /// <summary>The code of Resource Manager's error, or of the registry's first error.</summary>
    public string? ErrorCode => Json is JsonObject json ? (string?)((json["error"] as JsonObject)?["code"] ?? json["errors"]?[0]?["code"]) : null;

    /// <summary>Status and error code, for a report.</summary>
    public string Outcome => ErrorCode is { } code ? $"{Status} {code}" : $"{Status}";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
