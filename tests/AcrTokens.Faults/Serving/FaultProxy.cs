using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AcrTokens.Faults.Serving;

/// <summary>Stands between a client and the emulator, and passes on what no fault is armed for.</summary>
internal sealed class FaultProxy(HttpMessageInvoker upstream, FaultPlan plan, Holds holds, RequestBook book)
{
    /// <summary>Says which case a request belongs to.</summary>
    public const string CaseHeader = "x-faults-case";

    public async Task HandleAsync(HttpContext context)
    {
        var @case = context.Request.Headers[CaseHeader].ToString();
        var path = context.Request.Path.Value!;
        var operation = book.Identify(context.Request.Method, path);
        var armed = plan.Next(@case, operation);
        var number = book.Begin(new Seen(@case, operation, path, armed?.Kind, 0, DateTimeOffset.UtcNow));
        var status = 0;
        try
        {
            status = await HandleAsync(context, @case, operation, armed?.Kind, armed?.RetryAfter);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // the client gave up, or is no more
        }
        finally
        {
            book.End(number, status);
        }
    }

    private async Task<int> HandleAsync(HttpContext context, string @case, Operation operation, FaultKind? fault, string? retryAfter)
    {
        switch (fault)
        {
            case FaultKind.ResetBefore:
                context.Abort();
                return 0;
            case FaultKind.SilenceBefore:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return 0;
            case FaultKind.HeldBefore:
                await holds.HoldAsync(@case, operation, context.RequestAborted);
                break;
            case { } kind when kind.Status() is not null:
                return await ProxyAnswer.Refusal(kind, retryAfter).WriteAsync(context);
            default:
                break;
        }

        var answer = await ForwardAsync(context, @case, operation, fault);
        switch (fault)
        {
            case FaultKind.ResetAfter:
                context.Abort();
                return 0;
            case FaultKind.SilenceAfter:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return 0;
            case FaultKind.HeldAfter:
                await holds.HoldAsync(@case, operation, context.RequestAborted);
                return await answer.WriteAsync(context);
            case FaultKind.Truncated:
                await answer.WriteHalfAsync(context);
                return 0;
            case FaultKind.NeverEnds:
                return await answer.StillRunning(operation).WriteAsync(context);
            case FaultKind.DateAhead or FaultKind.DateBehind:
                return await answer.Dated(fault == FaultKind.DateAhead ? TimeSpan.FromMinutes(10) : TimeSpan.FromMinutes(-10)).WriteAsync(context);
            case { } kind when kind.Changes() is not null && !kind.ChangesRequest() && answer.Status is 200 or 201:
                return await answer.Changed(fault.Value).WriteAsync(context);
            default:
                return await answer.WriteAsync(context);
        }
    }

    /// <summary>The service acts even if the client has gone meanwhile, as it does over a real network.</summary>
    private async Task<ProxyAnswer> ForwardAsync(HttpContext context, string @case, Operation operation, FaultKind? fault)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri($"{context.Request.Scheme}://{context.Request.Host}{target}"));
        if (body.Length > 0)
            request.Content = new ByteArrayContent(fault?.ChangesRequest() == true ? WithOtherExpiry(body.ToArray(), fault.Value) : body.ToArray());
        foreach (var (name, value) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        using var response = await upstream.SendAsync(request, CancellationToken.None);
        var answer = await ProxyAnswer.ReadAsync(response);
        book.NotePoll(operation, answer.Header("Azure-AsyncOperation") ?? answer.Header("Location"));
        if (operation == Operation.GenerateCredentials && answer.Status == 200)
            book.NotePasswords(@case, answer.Body);
        return answer;
    }

    private static byte[] WithOtherExpiry(byte[] body, FaultKind kind)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        json.Remove("expiry");
        if (kind == FaultKind.LaterExpiry)
            json["expiry"] = DateTimeOffset.UtcNow + TimeSpan.FromDays(1);
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
