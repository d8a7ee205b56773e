using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>What was asked, in the order it came in.</summary>
internal sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<EmulatorRequest> requests = [];

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (gate)
        {
            return [.. requests];
        }
    }

    public async Task Record(HttpContext context, RequestDelegate next)
    {
        var slot = Add(context.Request);
        // Before the answer starts, so that whoever has read it finds its status here.
        context.Response.OnStarting(() =>
        {
            Update(slot, r => r with { Status = context.Response.StatusCode });
            return Task.CompletedTask;
        });
        context.Items[typeof(RequestLog)] = (Action<string>)(body => Update(slot, r => r with { Body = body }));
        await next(context);
    }

    /// <summary>Notes the body of a request to Resource Manager. Never called for others: theirs may hold secrets.</summary>
    public static void NoteBody(HttpContext context, string body) => ((Action<string>)context.Items[typeof(RequestLog)]!)(body);

    private int Add(HttpRequest request)
    {
        string? clientRequestId = request.Headers["x-ms-client-request-id"];
        lock (gate)
        {
            requests.Add(new(request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", 0, clientRequestId, null));
            return requests.Count - 1;
        }
    }

    private void Update(int slot, Func<EmulatorRequest, EmulatorRequest> change)
    {
        lock (gate)
        {
            requests[slot] = change(requests[slot]);
        }
    }
}
