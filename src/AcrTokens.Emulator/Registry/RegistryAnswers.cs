using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AcrTokens.Emulator.Registry;

/// <summary>The common headers and errors of the registry and its token server.</summary>
internal sealed class RegistryAnswers : ISurface
{
    private static readonly StringValues Exposed = new(["Docker-Content-Digest", "WWW-Authenticate", "Link", "X-Ms-Correlation-Request-Id"]);

    public void AddHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers["X-Ms-Correlation-Request-Id"] = Guid.NewGuid().ToString();
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (RegistrySurface.Owns(context.Request.Path))
        {
            headers.AccessControlExposeHeaders = Exposed;
            headers["Docker-Distribution-Api-Version"] = "registry/2.0";
            headers.XContentTypeOptions = "nosniff";
        }
    }

    public Refusal Refuse(int status, string? code, string message) => new RegistryException(status, code ?? RegistryErrors.Unsupported, message);

    public Refusal NotEmulated(HttpRequest request) =>
        TokenEndpoint.Owns(request.Path) ? RegistryErrors.MethodNotAllowed() : RegistryErrors.NotEmulated(request.Method, request.Path.Value!);

    /// <summary>Adds the ids that responses to admitted requests carry. The token server's responses carry only the first.</summary>
    public static void AddRequestIds(HttpContext context)
    {
        context.Response.Headers["X-Ms-Request-Id"] = Guid.NewGuid().ToString();
        context.Response.Headers["X-Ms-Client-Request-Id"] = context.Request.Headers["x-ms-client-request-id"];
    }

    public static string Text(JsonNode body) => WireJson.Write(body) + "\n";

    public static async Task Json(HttpContext context, int status, JsonNode body, string contentType = "application/json; charset=utf-8")
    {
        var bytes = Encoding.UTF8.GetBytes(Text(body));
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    public static void Empty(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = 0;
        }
    }
}
