using System.Collections.ObjectModel;

namespace Azure.ResourceManager.ContainerRegistry;

/// <summary>Undefined until something is added or it is cleared; reading does not touch it.</summary>
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
