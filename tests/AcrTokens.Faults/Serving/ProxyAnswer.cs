using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AcrTokens.Faults.Serving;

/// <summary>An answer on its way to the client.</summary>
internal sealed record ProxyAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private const string Json = "application/json; charset=utf-8";

    public static async Task<ProxyAnswer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Content-Length"))
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsByteArrayAsync());

    /// <summary>As a <c>Retry-After</c>: the date three seconds from when it is sent.</summary>
    public const string InThreeSeconds = "in 3 s";

    /// <summary>A refusal in the words of the service, or of something in between.</summary>
    public static ProxyAnswer Refusal(FaultKind kind, string? retryAfter)
    {
        if (kind == FaultKind.ProxyNotFound)
            return new ProxyAnswer(404, new Dictionary<string, string> { ["Content-Type"] = "text/html" }, "<html><body><h1>404 Not Found</h1></body></html>"u8.ToArray());

        var code = kind switch
        {
            FaultKind.Unauthorized => "InvalidAuthenticationToken",
            FaultKind.Forbidden => "AuthorizationFailed",
            FaultKind.NotFound => "ResourceNotFound",
            FaultKind.RequestTimeout => "RequestTimeout",
            FaultKind.Conflict => "Conflict",
            FaultKind.TooManyRequests => "TooManyRequests",
            FaultKind.ServerError => "InternalServerError",
            FaultKind.GatewayTimeout => "GatewayTimeout",
            _ => "ServiceUnavailable",
        };
        var headers = new Dictionary<string, string> { ["Content-Type"] = Json };
        if ((retryAfter ?? (kind == FaultKind.TooManyRequests ? "1" : null)) is { } wait)
            headers["Retry-After"] = wait == InThreeSeconds ? (DateTimeOffset.UtcNow + TimeSpan.FromSeconds(3)).ToString("R", CultureInfo.InvariantCulture) : wait;
        return new ProxyAnswer(kind.Status()!.Value, headers, JsonSerializer.SerializeToUtf8Bytes(new { error = new { code, message = "A fault that was asked for." } }));
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public ProxyAnswer StillRunning(Operation poll) => poll == Operation.TokenDeletePoll
        ? this with { Status = 202, Body = Encoding.UTF8.GetBytes("null") }
        : this with { Status = 200, Body = Encoding.UTF8.GetBytes("""{"status":"Creating"}""") };

    public ProxyAnswer Dated(TimeSpan shift) => this with
    {
        Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { ["Date"] = (DateTimeOffset.UtcNow + shift).ToString("R", CultureInfo.InvariantCulture) },
    };

    /// <summary>The same, with another value than the one that was asked for.</summary>
    public ProxyAnswer Changed(FaultKind kind)
    {
        var body = JsonNode.Parse(Body)!;
        switch (kind)
        {
            case FaultKind.Disabled:
                body["properties"]!["status"] = "disabled";
                break;
            default:
                body["properties"]!["scopeMapId"] = $"{(string?)body["properties"]!["scopeMapId"]}-of-somebody-else";
                break;
        }

        return this with { Body = JsonSerializer.SerializeToUtf8Bytes(body) };
    }

    public async Task<int> WriteAsync(HttpContext context)
    {
        Begin(context);
        if (Status != StatusCodes.Status204NoContent)
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
        return Status;
    }

    public async Task WriteHalfAsync(HttpContext context)
    {
        // Half of an empty body is a whole answer: the client would keep the connection, for a request that is not to be hurt.
        context.Response.Headers.Connection = "close";
        Begin(context);
        await context.Response.Body.WriteAsync(Body.AsMemory(0, Body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();
    }

    private void Begin(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        if (Status != StatusCodes.Status204NoContent)
            context.Response.ContentLength = Body.Length;
    }
}
