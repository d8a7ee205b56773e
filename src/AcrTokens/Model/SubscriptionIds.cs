namespace AcrTokens;

/// <summary>Normalizes subscription ids.</summary>
internal static class SubscriptionIds
{
    /// <summary>The form that the service accepts, without braces, blanks and line breaks and with hyphens; null if it is no GUID.</summary>
    public static string? Normalize(string? text) => Guid.TryParse(text, out var id) ? $"{id:D}" : null;

    /// <summary>The message for an invalid id, with invisible characters written out.</summary>
    public static string Refuse(string what, string text) => $"{what} {Words.Visible(text)}, which is not a subscription's id (a GUID)";
}
