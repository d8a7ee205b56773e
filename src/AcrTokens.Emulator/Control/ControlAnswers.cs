using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Control;

/// <summary>The refusals of the control API.</summary>
internal sealed class ControlAnswers : ISurface
{
    public void AddHeaders(HttpContext context) { }

    public Refusal Refuse(int status, string? code, string message) => new ControlException(status, message);

    public Refusal NotEmulated(HttpRequest request) =>
        new ControlException(StatusCodes.Status404NotFound, $"There is no {request.Method} {request.Path.Value}.");
}
