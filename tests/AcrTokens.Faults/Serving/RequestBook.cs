using System.Collections.Concurrent;
using AcrTokens.Emulator;
using AcrTokens.Emulator.ResourceManager;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Faults.Serving;

/// <summary>What came by: requests, the operations that they began, and the passwords that they were told.</summary>
/// <param name="answered">Called when a request of a case has been answered.</param>
internal sealed class RequestBook(Action<string, Operation> answered)
{
    private const int MostTries = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<int, Seen> requests = [];
    private readonly ConcurrentQueue<Told> passwords = [];
    private readonly ConcurrentDictionary<string, Operation> polls = new(StringComparer.OrdinalIgnoreCase);

    private int count;

    public IReadOnlyCollection<Seen> Requests => [.. requests.Values.OrderBy(r => r.Began)];

    public IReadOnlyCollection<Told> Passwords => passwords;

    /// <summary>Waits for requests under way: a client has its answer a little before it is noted, and on a busy machine not so little.</summary>
    public async Task SettleAsync(string @case, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries && requests.Values.Any(r => r.Case == @case && r.Ended is null); tries++)
            await Task.Delay(Pause, cancellationToken);
    }

    /// <summary>Notes a request as it comes in: its client may be gone before there is an answer.</summary>
    public async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var (@case, path) = (context.Request.Headers[Wire.CaseHeader].ToString(), context.Request.Path.Value!);
        var operation = Identify(context.Request.Method, path);
        var number = Interlocked.Increment(ref count);
        requests[number] = new Seen(@case, operation, path, IsFaulty: false, 0, DateTimeOffset.UtcNow);
        // Before the client has the answer: it may poll at once.
        context.Response.OnStarting(() => Task.FromResult(Note()));
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // the client gave up, or is no more
        }
        finally
        {
            Note();
            requests[number] = requests[number] with
            {
                Status = StatusOf(context),
                IsFaulty = context.Features.Get<EmulatorFault>() is not null,
                Ended = DateTimeOffset.UtcNow,
            };
            answered(@case, operation);
        }

        bool Note()
        {
            var headers = context.Response.Headers;
            NotePoll(operation, (string?)headers["Azure-AsyncOperation"] ?? headers.Location);
            NotePasswords(@case, context.Features.Get<GeneratedPasswords>());
            return true;
        }
    }

    /// <summary>The names of the tokens that the case asked to be made.</summary>
    public IEnumerable<string> TokensOf(string @case) =>
        requests.Values.Where(r => r.Case == @case && r.Operation == Operation.TokenPut).Select(r => LastPart(r.Path)).Distinct();

    private static int StatusOf(HttpContext context) =>
        !context.Response.HasStarted || context.Features.Get<EmulatorFault>() is { Drop: not EmulatorDrop.None } ? 0 : context.Response.StatusCode;

    /// <summary>A poll looks the same whatever it asks after, so it goes by the operation's id.</summary>
    private Operation Identify(string method, string path) => polls.TryGetValue(LastPart(path), out var poll) ? poll : Operations.Of(method, path);

    private void NotePoll(Operation operation, string? link)
    {
        if (link is not null && operation.Poll() is var poll and not Operation.Other)
            polls[LastPart(new Uri(link).AbsolutePath)] = poll;
    }

    private void NotePasswords(string @case, GeneratedPasswords? made)
    {
        foreach (var password in made?.Values ?? [])
        {
            var told = new Told(@case, made!.Token, password);
            if (!passwords.Contains(told))
                passwords.Enqueue(told);
        }
    }

    private static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];
}
