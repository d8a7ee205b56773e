using System.Text.Json;

namespace AcrTokens.AzureSdk;

/// <summary>Filters one list: skips the items that cannot be read, and ensures that the list ends.</summary>
/// <param name="attempt">The attempt to list.</param>
/// <param name="read">Reads an item, and throws if that fails.</param>
/// <param name="passedOver">Called for each item that cannot be read.</param>
internal sealed class ListSieve(AcrAttempt attempt, Action<BinaryData> read, Action<AcrException> passedOver)
{
    private readonly HashSet<string> pages = [];

    /// <summary>Call this for each page. A list that returns to an earlier page would never end.</summary>
    public void Begin(string page)
    {
        if (!pages.Add(page))
            throw attempt.EndlessList();
    }

    public bool Passes(JsonElement item)
    {
        if (IsReadable(item))
            return true;

        passedOver(attempt.UnreadableItem(item));
        return false;
    }

    private bool IsReadable(JsonElement item)
    {
        try
        {
            read(BinaryData.FromString(item.GetRawText()));
            return true;
        }
        catch (Exception odd) when (AcrAttempt.IsUnreadable(odd))
        {
            return false;
        }
    }
}
