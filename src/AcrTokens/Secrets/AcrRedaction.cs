namespace AcrTokens;

/// <summary>
/// Takes the secrets that this process has been given out of any text: the passwords that its tasks minted, generated or read,
/// and their base64, URL-escaped and JSON-escaped forms.
/// </summary>
/// <remarks>Remembers the newest 1,000 of them.</remarks>
public static class AcrRedaction
{
    private const int Most = 1000;

    private static readonly Lock Gate = new();
    private static readonly HashSet<(string Username, string Password)> Known = [];
    private static readonly Queue<(string Username, string Password)> Order = [];
    private static volatile string[][] forms = [];

    /// <summary>The text, with <c>[REDACTED]</c> in the place of each secret; the same instance where there is none.</summary>
    public static string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in forms)
        {
            foreach (var form in secret)
                text = text.Replace(form, AcrSecret.Hidden, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Returns the secret's forms when it is new, else none.</summary>
    internal static IReadOnlyList<string> Add(string username, AcrSecret secret)
    {
        lock (Gate)
        {
            if (!Known.Add((username, secret.Value)))
                return [];

            var added = SecretForms.Of(username, secret.Value);
            Order.Enqueue((username, secret.Value));
            if (Order.Count > Most)
                Known.Remove(Order.Dequeue());
            forms = [.. forms.TakeLast(Most - 1), added];
            return added;
        }
    }
}
