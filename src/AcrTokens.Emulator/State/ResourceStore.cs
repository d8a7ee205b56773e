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
    private long version;

    /// <summary>Grows with every change.</summary>
    public long Version => Interlocked.Read(ref version);

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
            var isKnown = numbers.TryGetValue(name, out var number);
            var changed = change(isKnown ? items[number] : null);
            if (!isKnown)
            {
                numbers.Add(name, number = ++last);
            }

            items[number] = changed;
            Interlocked.Increment(ref version);
            return changed;
        }
    }

    public bool Remove(string name, [NotNullWhen(true)] out T? item)
    {
        lock (gate)
        {
            item = null;
            if (!numbers.Remove(name, out var number) || !items.Remove(number, out item))
            {
                return false;
            }

            Interlocked.Increment(ref version);
            return true;
        }
    }
}
