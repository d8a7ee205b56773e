using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

/// <summary>A service that expects recorded requests in order, and returns the recorded responses verbatim.</summary>
internal sealed class ReplayingHandler(IReadOnlyList<Exchange> exchanges) : HttpMessageHandler
{
    private int next;

    public IEnumerable<string> NotAsked => exchanges.Skip(next).Select(exchange => Line(exchange.Request));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var line = $"{request.Method} {request.RequestUri!.AbsoluteUri}";
        next.ShouldBeLessThan(exchanges.Count, $"nothing more was recorded than what was asked before {line}");
        var (recorded, answer) = exchanges[next];
        line.ShouldBe(Line(recorded));
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        JsonNode
            .DeepEquals(Parse(body, recorded), Parse(recorded.Body, recorded))
            .ShouldBeTrue($"{line} was sent with {body}, and recorded with {recorded.Body}");

        next++;
        return Message(answer, request);
    }

    private static string Line(RecordedRequest request) => $"{request.Method} {request.Url}";

    private static JsonNode? Parse(string? body, RecordedRequest request)
    {
        if (string.IsNullOrEmpty(body))
            return null;

        var json = JsonNode.Parse(body);

        // PowerShell sends the name of an admin user's password as its user typed it ("Password"), and the service accepted that.
        // The library sends it as the specification spells it.
        if (request.Url.Contains("/regenerateCredential?", StringComparison.Ordinal) && (string?)json!["name"] is { } name)
            json["name"] = name.ToUpperInvariant();
        return json;
    }

    private static HttpResponseMessage Message(RecordedResponse answer, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body ?? "")),
        };
        foreach (var (name, value) in answer.Headers ?? [])
        {
            HttpHeaders headers = name.StartsWith("Content-", StringComparison.Ordinal) ? message.Content.Headers : message.Headers;
            headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        }

        return message;
    }
}
