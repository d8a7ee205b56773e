using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Faults;

/// <summary>Does to a request what the plan says.</summary>
internal sealed class FaultInjection(FaultPlan plan)
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

        if (fault.Status is not null)
        {
            context.Items[typeof(EmulatorFault)] = fault;
            context.Response.Headers.RetryAfter = fault.RetryAfterSeconds?.ToString(CultureInfo.InvariantCulture);
        }

        await next(context);
    }

    /// <summary>The fault that the request is to be answered with: each surface has a form of its own for errors.</summary>
    public static EmulatorFault? AnswerFor(HttpContext context) => (EmulatorFault?)context.Items[typeof(EmulatorFault)];
}
