using System.Globalization;
using AcrTokens.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Faults;

/// <summary>Does to a request what the plan says.</summary>
internal sealed class FaultInjection(FaultPlan plan, Surfaces surfaces)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (plan.Next(OperationName.Of(context)) is not { } fault)
        {
            await next(context);
            return;
        }

        await Task.Delay(fault.Delay, plan.Clock, context.RequestAborted);
        if (fault.Drop == EmulatorDrop.Request)
        {
            context.Abort();
            return;
        }

        if (fault.Drop == EmulatorDrop.Answer)
        {
            // By the time that an answer starts, what was asked for is done.
            context.Response.OnStarting(() =>
            {
                context.Abort();
                return Task.CompletedTask;
            });
        }

        if (fault.Status is { } status)
        {
            context.Response.Headers.RetryAfter = fault.RetryAfterSeconds?.ToString(CultureInfo.InvariantCulture);
            throw fault.Body is null ? surfaces.Of(context).Refuse(status, fault.Code, fault.Message) : new FaultAnswer(fault);
        }

        await next(context);
    }
}
