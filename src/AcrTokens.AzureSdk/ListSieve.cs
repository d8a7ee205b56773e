using System.Text.Json;

namespace AcrTokens.AzureSdk;

/// <summary>Watches over one list: tells the items that can be read from those that cannot, and sees to it that it ends.</summary>
/// <param name="attempt">Which list.</param>
/// <param name="read">Reads an item, and throws where that fails.</param>
/// <param name="passedOver">Is told of those that cannot be read.</param>
internal sealed class ListSieve(AcrAttempt attempt, Action<BinaryData> read, Action<AcrException> passedOver)
{
    private readonly HashSet<string> pages = [];

    /// <summary>To be called of each page: a list that comes back to one would never end.</summary>
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
