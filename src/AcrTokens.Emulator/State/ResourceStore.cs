using System.Diagnostics.CodeAnalysis;

namespace AcrTokens.Emulator.State;

/// <summary>Named resources in the order they were made. Case does not tell names apart, as in Resource Manager.</summary>
internal sealed class ResourceStore<T>
    where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<long, T> items = [];
    private long last;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return items.Count;
            }
        }
    }

    public IReadOnlyList<T> All()
    {
        lock (gate)
        {
            return [.. items.Values];
        }
    }

    /// <summary>What comes after the numbered item, which may be gone by now; and the last one's number where there is more.</summary>
    public (IReadOnlyList<T> Items, long? Next) Page(long after, int size)
    {
        lock (gate)
        {
            var page = items.SkipWhile(item => item.Key <= after).Take(size + 1).ToList();
            return ([.. page.Take(size).Select(item => item.Value)], page.Count > size ? page[size - 1].Key : null);
        }
    }

    public bool TryFind(string name, [NotNullWhen(true)] out T? item)
    {
        lock (gate)
        {
            item = null;
            return numbers.TryGetValue(name, out var number) && items.TryGetValue(number, out item);
        }
    }

    /// <summary>
    /// Reads and writes as one step, so that no change made meanwhile is lost. <paramref name="change"/> gets null where there is nothing yet; when
    /// it throws, nothing changes.
    /// </summary>
    public T Change(string name, Func<T?, T> change)
    {
        lock (gate)
        {
            if (numbers.TryGetValue(name, out var number))
            {
                return items[number] = change(items[number]);
            }

            var added = change(null);
            numbers.Add(name, ++last);
            items.Add(last, added);
            return added;
        }
    }

    public bool Remove(string name)
    {
        lock (gate)
        {
            return numbers.Remove(name, out var number) && items.Remove(number);
        }
    }
}
