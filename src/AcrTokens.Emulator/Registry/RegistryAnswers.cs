using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>How the registry and its token server write JSON, errors among it.</summary>
internal static class RegistryAnswers
{
    public static async Task Guarded(HttpContext context, Func<Task> handler)
    {
        try
        {
            if (FaultInjection.AnswerFor(context) is { } fault)
            {
                throw RegistryErrors.Injected(fault);
            }

            await handler();
        }
        catch (RegistryException refusal)
        {
            context.Response.Headers.WWWAuthenticate = refusal.Challenge;
            await Json(context, refusal.Status, refusal.ToJson());
        }
    }

    public static async Task Json(HttpContext context, int status, JsonNode body)
    {
        var bytes = Encoding.UTF8.GetBytes(WireJson.Write(body) + "\n");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
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
