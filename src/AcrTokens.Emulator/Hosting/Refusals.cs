using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>
/// The only place that writes refusals. Any other exception was caused by the client's request, and becomes a 400 in the
/// form of the surface.
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

    // .NET's messages name its own types, which do not help a client.
    private Refusal Of(Exception exception, HttpContext context) =>
        exception switch
        {
            Refusal refusal => refusal,
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => surfaces
                .Of(context)
                .Refuse(StatusCodes.Status413PayloadTooLarge, null, "The request's body is too large."),
            BadHttpRequestException bad => surfaces.Of(context).Refuse(bad.StatusCode, null, "The request cannot be read."),
            InvalidDataException or IOException => surfaces
                .Of(context)
                .Refuse(StatusCodes.Status400BadRequest, null, "The request's body cannot be read: it is cut off, has no boundary, or is too large."),
            _ => surfaces.Of(context).Refuse(StatusCodes.Status400BadRequest, null, "The request is not valid."),
        };
}
