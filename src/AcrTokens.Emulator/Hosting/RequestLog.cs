using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>The last 10,000 requests, in order of arrival. The limit lets an emulator run for days.</summary>
internal sealed class RequestLog(TimeProvider clock)
{
    private const int Most = 10_000;

    private static readonly object Cut = new();

    private readonly Lock gate = new();
    private readonly Queue<Entry> entries = [];
    private long lastNumber;
    private long version;

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (gate)
        {
            return [.. entries.Select(entry => entry.Request)];
        }
    }

    /// <summary>The requests that were added or changed after a version, and the current version. Version 0 is before all.</summary>
    public (IReadOnlyList<NumberedRequest> Requests, long Version) ChangesSince(long seen)
    {
        lock (gate)
        {
            return (
                seen == version
                    ? []
                    : [.. entries.Where(entry => entry.Version > seen).Select(entry => new NumberedRequest(entry.Number, entry.Request))],
                version
            );
        }
    }

    public async Task Record(HttpContext context, RequestDelegate next)
    {
        var entry = Add(context);
        // Before the response starts, so that a client that has read it finds its status here. The server also starts one that nobody gets.
        context.Response.OnStarting(() =>
        {
            if (!context.Items.ContainsKey(Cut) && !context.RequestAborted.IsCancellationRequested)
            {
                Update(entry, r => r with { Status = context.Response.StatusCode });
            }

            return Task.CompletedTask;
        });
        context.Items[typeof(RequestLog)] = (Action<Func<EmulatorRequest, EmulatorRequest>>)(change => Update(entry, change));
        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Update(entry, r => r with { Duration = clock.GetElapsedTime(began) });
        }
    }

    /// <summary>Cuts the connection. The request keeps the status of what was sent before, if anything was.</summary>
    public static void Abort(HttpContext context)
    {
        // The server tells of it later, on another thread.
        context.Items[Cut] = true;
        context.Abort();
    }

    /// <summary>Records the body of a request to Resource Manager. Never called for other requests: their bodies may hold secrets.</summary>
    public static void NoteBody(HttpContext context, string body) => Note(context, r => r with { Body = Redaction.OfJson(body) });

    /// <summary>Records the user that was admitted.</summary>
    public static void NoteLogin(HttpContext context, string name) => Note(context, r => r with { Login = name });

    /// <summary>Records the token that the request is about.</summary>
    public static void NoteToken(HttpContext context, RegistryState registry, string name) =>
        Note(context, r => r with { Token = name, Registry = registry.Identity.RegistryName });

    /// <summary>Records the token that a user name names. No other user name: it may be a secret in the wrong place.</summary>
    public static void NoteUser(HttpContext context, RegistryState registry, string user)
    {
        if (registry.KnowsToken(user))
        {
            NoteToken(context, registry, user);
        }
    }

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
            {
                ReceivedAt = clock.GetUtcNow(),
            }
        );
        lock (gate)
        {
            entry.Number = ++lastNumber;
            entry.Version = ++version;
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
            entry.Version = ++version;
        }
    }

    private sealed class Entry(EmulatorRequest request)
    {
        public EmulatorRequest Request { get; set; } = request;

        public long Number { get; set; }

        public long Version { get; set; }
    }
}
