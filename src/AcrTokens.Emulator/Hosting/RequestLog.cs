using AcrTokens.Emulator.Faults;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>The last 10,000 requests, in order of arrival. The limit lets an emulator run for days.</summary>
internal sealed class RequestLog
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<Entry> entries = [];

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (gate)
        {
            return [.. entries.Select(entry => entry.Request)];
        }
    }

    public async Task Record(HttpContext context, RequestDelegate next)
    {
        var entry = Add(context);
        // Before the response starts, so that a client that has read it finds its status here.
        context.Response.OnStarting(() =>
        {
            Update(entry, r => r with { Status = context.Response.StatusCode });
            return Task.CompletedTask;
        });
        context.Items[typeof(RequestLog)] = (Action<Func<EmulatorRequest, EmulatorRequest>>)(change => Update(entry, change));
        await next(context);
    }

    /// <summary>Records the body of a request to Resource Manager. Never called for other requests: their bodies may hold secrets.</summary>
    public static void NoteBody(HttpContext context, string body) => Note(context, r => r with { Body = Redaction.OfJson(body) });

    /// <summary>Records the user that was admitted.</summary>
    public static void NoteLogin(HttpContext context, string name) => Note(context, r => r with { Login = name });

    private static void Note(HttpContext context, Func<EmulatorRequest, EmulatorRequest> change) =>
        ((Action<Func<EmulatorRequest, EmulatorRequest>>)context.Items[typeof(RequestLog)]!)(change);

    private Entry Add(HttpContext context)
    {
        var request = context.Request;
        string? clientRequestId = request.Headers["x-ms-client-request-id"];
        string? userAgent = request.Headers.UserAgent;
        var entry = new Entry(
            new EmulatorRequest(
                request.Method,
                request.Path.Value ?? "",
                Redaction.OfQuery(request),
                0,
                clientRequestId,
                null,
                OperationName.Of(context),
                userAgent
            )
        );
        lock (gate)
        {
            entries.Enqueue(entry);
            if (entries.Count > Most)
            {
                entries.Dequeue();
            }
        }

        return entry;
    }

    private void Update(Entry entry, Func<EmulatorRequest, EmulatorRequest> change)
    {
        lock (gate)
        {
            entry.Request = change(entry.Request);
        }
    }

    private sealed class Entry(EmulatorRequest request)
    {
        public EmulatorRequest Request { get; set; } = request;
    }
}
