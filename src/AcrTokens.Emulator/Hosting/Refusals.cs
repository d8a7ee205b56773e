using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>
/// The one place where refusals are written. Whatever else goes wrong went wrong over what the client sent, and is answered 400 in the
/// form of the surface that was asked.
/// </summary>
internal sealed class Refusals(Surfaces surfaces, MovableClock clock)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await Of(exception, context).Write(context, clock.GetUtcNow());
        }
    }

    // What .NET says of such things names its own types, which is of no use to a client.
    private Refusal Of(Exception exception, HttpContext context) =>
        exception switch
        {
            Refusal refusal => refusal,
            BadHttpRequestException bad => surfaces.Of(context).Refuse(bad.StatusCode, null, "The request cannot be read."),
            InvalidDataException or IOException => surfaces
                .Of(context)
                .Refuse(StatusCodes.Status400BadRequest, null, "The request's body cannot be read: it is cut off, has no boundary, or is too large."),
            _ => surfaces.Of(context).Refuse(StatusCodes.Status400BadRequest, null, "The request cannot be made sense of."),
        };
}
