using AcrTokens.Emulator.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Live;

/// <summary>The live page with its style and script. They hold nothing of the state, which the events have: those need the key.</summary>
internal static class LivePage
{
    public const string Path = ControlApi.Root + "/live";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapTo("", ".html", "text/html");
        MapTo(".css", ".css", "text/css");
        MapTo(".js", ".js", "text/javascript");

        void MapTo(string suffix, string extension, string type)
        {
            var content = Read("live" + extension);
            routes
                .MapMethods(Path + suffix, ["GET"], (RequestDelegate)(context => Write(context, content, type + "; charset=utf-8")))
                .WithMetadata(new ControlAnswers());
        }
    }

    private static Task Write(HttpContext context, byte[] content, string type)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Another version of the emulator may have the same address.
        headers.CacheControl = "no-store";
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(LivePage).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
