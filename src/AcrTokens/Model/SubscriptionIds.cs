namespace AcrTokens;

/// <summary>Subscriptions' ids, however they were copied.</summary>
internal static class SubscriptionIds
{
    /// <summary>
    /// The form that the service takes, whatever braces, blanks or line breaks came with it and whether or not it has hyphens; null where it is none.
    /// </summary>
    public static string? Normalize(string? text) => Guid.TryParse(text, out var id) ? $"{id:D}" : null;

    /// <summary>That something is none, with what nobody sees in it written out.</summary>
    public static string Refuse(string what, string text) => $"{what} {Words.Visible(text)}, which is not a subscription's id (a GUID)";
}
