using System.Diagnostics.CodeAnalysis;

namespace AcrTokens.Emulator.State;

/// <summary>Named resources in the order they were made. Case does not tell names apart, as in Resource Manager.</summary>
internal sealed class ResourceStore<T>
    where T : class
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, T> items = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<T> All()
    {
        lock (gate)
        {
            return [.. items.Values];
        }
    }

    public bool TryFind(string name, [NotNullWhen(true)] out T? item)
    {
        lock (gate)
        {
            return items.TryGetValue(name, out item);
        }
    }

    /// <summary>Reads and writes as one step, so that no change made meanwhile is lost. <paramref name="change"/> gets null where there is nothing yet; when it throws, nothing changes.</summary>
    public T Change(string name, Func<T?, T> change)
    {
        lock (gate)
        {
            return items[name] = change(items.GetValueOrDefault(name));
        }
    }

    public bool Remove(string name)
    {
        lock (gate)
        {
            return items.Remove(name);
        }
    }
}
