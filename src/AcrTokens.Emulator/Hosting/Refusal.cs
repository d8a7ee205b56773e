using System.Text;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>An error response. Thrown anywhere, and written only by <see cref="Refusals"/>.</summary>
internal abstract class Refusal(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The value of <c>WWW-Authenticate</c>, if any.</summary>
    public string? Challenge { get; init; }

    protected virtual string ContentType => "application/json; charset=utf-8";

    public Task Write(HttpContext context, DateTimeOffset now)
    {
        var response = context.Response;
        var bytes = Encoding.UTF8.GetBytes(Body(now));
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        if (Challenge is not null)
        {
            response.Headers.WWWAuthenticate = Challenge;
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    protected abstract string Body(DateTimeOffset now);
}
