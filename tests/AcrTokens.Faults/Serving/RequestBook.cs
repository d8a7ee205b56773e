using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace AcrTokens.Faults.Serving;

/// <summary>What came by: requests, the operations that they began, and the passwords that they were told.</summary>
internal sealed class RequestBook
{
    private readonly ConcurrentDictionary<int, Seen> requests = [];
    private readonly ConcurrentQueue<Told> passwords = [];
    private readonly ConcurrentDictionary<string, Operation> polls = new(StringComparer.OrdinalIgnoreCase);

    private int count;

    public IReadOnlyCollection<Seen> Requests => [.. requests.Values.OrderBy(r => r.Began)];

    public IReadOnlyCollection<Told> Passwords => passwords;

    /// <summary>Notes a request as it comes in: its client may be gone before there is an answer.</summary>
    public int Begin(Seen request)
    {
        var number = Interlocked.Increment(ref count);
        requests[number] = request;
        return number;
    }

    public void End(int number, int status) => requests[number] = requests[number] with { Status = status, Ended = DateTimeOffset.UtcNow };

    /// <summary>The names of the tokens that the case asked to be made.</summary>
    public IEnumerable<string> TokensOf(string @case) =>
        requests.Values.Where(r => r.Case == @case && r.Operation == Operation.TokenPut).Select(r => LastPart(r.Path)).Distinct();

    /// <summary>A poll looks the same whatever it asks after, so it goes by the operation's id.</summary>
    public Operation Identify(string method, string path) => polls.TryGetValue(LastPart(path), out var poll) ? poll : Operations.Of(method, path);

    public void NotePoll(Operation operation, string? link)
    {
        if (link is not null && operation.Poll() is var poll and not Operation.Other)
            polls[LastPart(new Uri(link).AbsolutePath)] = poll;
    }

    public void NotePasswords(string @case, byte[] answer)
    {
        var json = JsonNode.Parse(answer)!;
        foreach (var password in json["passwords"]!.AsArray())
        {
            if ((string?)password!["value"] is { } value)
                passwords.Enqueue(new Told(@case, (string)json["username"]!, value));
        }
    }

    private static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];
}
