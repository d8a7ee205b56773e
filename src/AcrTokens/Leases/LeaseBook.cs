using System.Collections.Concurrent;

namespace AcrTokens;

/// <summary>The process's open tokens. A token that could not be revoked stays on the book.</summary>
internal static class LeaseBook
{
    private static readonly ConcurrentDictionary<IOpenToken, Task?> Entries = new(ReferenceEqualityComparer.Instance);
    private static readonly ConcurrentDictionary<IOpenToken, bool> Failures = new(ReferenceEqualityComparer.Instance);

    public static IReadOnlyCollection<IOpenToken> Open => [.. Entries.Keys];

    /// <summary>The open tokens that nobody is ending yet.</summary>
    public static IReadOnlyCollection<IOpenToken> Forgotten => [.. Entries.Where(entry => entry.Value is null).Select(entry => entry.Key)];

    /// <summary>Ends in progress: the process should not exit before them.</summary>
    public static IReadOnlyCollection<Task> Ends => [.. Entries.Values.OfType<Task>().Where(end => !end.IsCompleted)];

    /// <summary>Whether a revocation that nobody waited for has failed, and no later one has succeeded.</summary>
    public static bool HasFailures => !Failures.IsEmpty;

    public static void Add(IOpenToken token) => Entries[token] = null;

    public static void Remove(IOpenToken token) => Entries.TryRemove(token, out _);

    public static bool HasFailed(IOpenToken token) => Failures.ContainsKey(token);

    public static void NoteFailure(IOpenToken token) => Failures[token] = true;

    public static void ClearFailure(IOpenToken token) => Failures.TryRemove(token, out _);

    public static void NoteEnd(IOpenToken token, Task end)
    {
        if (Entries.TryGetValue(token, out var known))
            Entries.TryUpdate(token, end, known);
    }
}
