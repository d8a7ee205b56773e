using System.Diagnostics.CodeAnalysis;

namespace AcrTokens.Emulator.State;

/// <summary>Named resources in order of creation. The case of names is ignored, as in Resource Manager.</summary>
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

    /// <summary>The items after the numbered one, which may have been deleted, and the number of the last if there are more.</summary>
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
    /// Reads and writes in one step, so that no concurrent change is lost. <paramref name="change"/> gets null if there is no such resource. If
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
