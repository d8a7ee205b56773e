using System.Text.Json;

namespace AcrTokens.AzureSdk;

/// <summary>Tells the items of a list that can be read from those that cannot.</summary>
/// <param name="attempt">Which list.</param>
/// <param name="read">Reads an item, and throws where that fails.</param>
/// <param name="passedOver">Is told of those that cannot be read.</param>
internal sealed class ListSieve(AcrAttempt attempt, Action<BinaryData> read, Action<AcrException> passedOver)
{
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
