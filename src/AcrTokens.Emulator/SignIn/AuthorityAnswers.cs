using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.SignIn;

/// <summary>The common headers and errors of the authority.</summary>
internal sealed class AuthorityAnswers : ISurface
{
    public void AddHeaders(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store, no-cache";
        context.Response.Headers.Pragma = "no-cache";
    }

    public Refusal Refuse(int status, string? code, string message) =>
        new AuthorityException(status, code ?? "invalid_request", code is null ? 90013 : 0, message);

    public Refusal NotEmulated(HttpRequest request) =>
        Refuse(StatusCodes.Status501NotImplemented, "not_emulated", $"The emulator does not know {request.Method} {request.Path.Value}.");
}
