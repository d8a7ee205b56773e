using System.Collections.ObjectModel;

namespace Azure.ResourceManager.ContainerRegistry;

/// <summary>A list that is undefined until an item is added or the list is cleared. Reading does not define it.</summary>
internal sealed class ChangeTrackingList<T> : Collection<T>
{
    public bool IsUndefined { get; private set; } = true;

    protected override void InsertItem(int index, T item)
    {
        IsUndefined = false;
        base.InsertItem(index, item);
    }

    protected override void ClearItems()
    {
        IsUndefined = false;
        base.ClearItems();
    }
}
