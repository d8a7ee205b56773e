using System.Globalization;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.Faults;

/// <summary>Injects the planned faults into requests.</summary>
internal sealed class FaultInjection(EmulatorState state, Surfaces surfaces, Refusals refusals)
{
    private readonly FaultPlan plan = state.Faults;

    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (plan.Next(NamesOf(context), context.Request.Headers) is not { } fault)
        {
            await next(context);
            return;
        }

        context.Features.Set(fault);
        await Task.Delay(fault.Delay, plan.Clock, context.RequestAborted);
        if (fault.Drop == EmulatorDrop.Request)
        {
            RequestLog.Abort(context);
            return;
        }

        if (fault.Silence == EmulatorSilence.Request)
        {
            await BeSilent(fault, context.RequestAborted);
        }

        if (fault.DateAhead != TimeSpan.Zero)
        {
            context.Response.Headers.Date = (plan.Clock.GetUtcNow() + fault.DateAhead).ToString("R", CultureInfo.InvariantCulture);
        }

        if (fault.Status is { } status)
        {
            context.Response.Headers.RetryAfter = fault.RetryAfter;
            throw fault.Body is null ? surfaces.Of(context).Refuse(status, fault.Code, fault.Message) : new FaultAnswer(fault);
        }

        if (fault.RequestPatch is { } patch)
        {
            await PatchRequest(context.Request, patch);
        }

        await (ChangesAnswer(fault) ? Answer(context, fault, next) : next(context));
    }

    private static bool ChangesAnswer(EmulatorFault fault) =>
        fault is { Drop: not EmulatorDrop.None } or { Silence: EmulatorSilence.Answer } or { AnswerPatch: not null };

    /// <summary>The operation's name, and for a poll the name of the operation that it polls.</summary>
    private string[] NamesOf(HttpContext context) =>
        [
            FaultPlan.AnyOperation,
            OperationName.Of(context),
            .. context.GetRouteValue("operation") is string id && state.Operations.BegunBy(id) is { } begun
                ? (IEnumerable<string>)[OperationNames.PollOf(begun)]
                : [],
        ];

    private Task BeSilent(EmulatorFault fault, CancellationToken ct) =>
        fault.Hold is { } name ? plan.Holds.Enter(name, ct) : Task.Delay(Timeout.Infinite, ct);

    private static async Task PatchRequest(HttpRequest request, string patch)
    {
        using var sent = new MemoryStream();
        await request.Body.CopyToAsync(sent, request.HttpContext.RequestAborted);
        var patched = MergePatch.Apply(sent.ToArray(), patch);
        request.Body = new MemoryStream(patched);
        request.ContentLength = patched.Length;
    }

    /// <summary>Processes the whole request before any of the response is sent.</summary>
    private async Task Answer(HttpContext context, EmulatorFault fault, RequestDelegate next)
    {
        var answer = await Kept(context, next);
        if (fault.Drop == EmulatorDrop.Answer)
        {
            RequestLog.Abort(context);
            return;
        }

        if (fault.Silence == EmulatorSilence.Answer)
        {
            await BeSilent(fault, context.RequestAborted);
        }

        if (fault.AnswerPatch is { } patch && context.Response.StatusCode < StatusCodes.Status300MultipleChoices && answer.Length > 0)
        {
            answer = MergePatch.Apply(answer, patch);
            context.Response.ContentLength = answer.Length;
        }

        if (fault.Drop == EmulatorDrop.HalfAnswer)
        {
            // Half of an empty body is a complete response: the client would keep the connection for a later request, which must not be hit.
            context.Response.Headers.Connection = "close";
            await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            RequestLog.Abort(context);
        }
        else if (answer.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        }
    }

    private async Task<byte[]> Kept(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await refusals.Invoke(context, next);
        }
        finally
        {
            context.Response.Body = body;
        }

        return kept.ToArray();
    }
}
