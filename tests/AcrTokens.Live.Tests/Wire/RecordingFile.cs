using System.Text.Encodings.Web;
using System.Text.Json;
using AcrTokens.Tests;

namespace AcrTokens.Live.Tests.Wire;

/// <summary>Writes exchanges in the form of all recordings, redacted. Each shape of a step's responses is kept once.</summary>
internal static class RecordingFile
{
    // Everything else may tell more than a reader needs.
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Azure-AsyncOperation",
        "Cache-Control",
        "Content-Length",
        "Content-Type",
        "Date",
        "Docker-Content-Digest",
        "Docker-Distribution-Api-Version",
        "Expires",
        "Link",
        "Location",
        "Pragma",
        "Range",
        "Retry-After",
        "Server",
        "Strict-Transport-Security",
        "WWW-Authenticate",
        "X-Content-Type-Options",
        "api-supported-versions",
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void Write(string path, string source, IReadOnlyList<Taken> exchanges, Redactor redactor)
    {
        var kept = exchanges.DistinctBy(e => $"{e.Step} {Route.Of(e)} {string.Join('\n', Shape.Of(e))}");
        File.WriteAllText(
            path,
            JsonSerializer.Serialize(new { Source = new[] { source }, Exchanges = kept.Select(e => Form(e, redactor)) }, Options)
        );
    }

    private static object Form(Taken exchange, Redactor redactor) =>
        new
        {
            Request = new RecordedRequest(exchange.Method, redactor.Redact(exchange.Address.AbsoluteUri), Redacted(exchange.Sent, redactor)),
            Response = new RecordedResponse(
                exchange.Status,
                redactor.Redact(exchange.Body),
                exchange
                    .Headers.Where(h => Kept.Contains(h.Key) || h.Key.StartsWith("x-ms-ratelimit-", StringComparison.OrdinalIgnoreCase))
                    .ToDictionary(h => h.Key, h => redactor.Redact(h.Value))
            ),
            Note = exchange.Step,
        };

    private static string? Redacted(string? text, Redactor redactor) => text is null ? null : redactor.Redact(text);
}
