using System.Collections.Concurrent;

namespace AcrTokens;

/// <summary>The process's open tokens. A token that could not be revoked stays on the book.</summary>
internal static class LeaseBook
{
    private static readonly ConcurrentDictionary<IOpenToken, Task?> Entries = new(ReferenceEqualityComparer.Instance);

    public static IReadOnlyCollection<IOpenToken> Open => [.. Entries.Keys];

    /// <summary>The open tokens that nobody is ending yet.</summary>
    public static IReadOnlyCollection<IOpenToken> Forgotten => [.. Entries.Where(entry => entry.Value is null).Select(entry => entry.Key)];

    /// <summary>Ends in progress: the process should not exit before them.</summary>
    public static IReadOnlyCollection<Task> Ends => [.. Entries.Values.OfType<Task>().Where(end => !end.IsCompleted)];

    public static void Add(IOpenToken token) => Entries[token] = null;

    public static void Remove(IOpenToken token) => Entries.TryRemove(token, out _);

    public static void NoteEnd(IOpenToken token, Task end)
    {
        if (Entries.TryGetValue(token, out var known))
            Entries.TryUpdate(token, end, known);
    }
}
