using System.Text;

namespace AcrTokens;

/// <summary>
/// Takes the secrets that this process has been given out of any text: the passwords that its tasks minted, generated or read,
/// what <see cref="Add(string)"/> names besides, and their base64, URL-escaped and JSON-escaped forms, also in the base64 of a text that they
/// stand in, such as a whole docker configuration.
/// </summary>
/// <remarks>Remembers the newest 1,000 of them.</remarks>
public static class AcrRedaction
{
    private const int Most = 1000;
    private const int Shortest = 6;

    private static readonly Lock Gate = new();
    private static volatile KnownSecret[] known = [];

    /// <summary>The text, with <c>[REDACTED]</c> in the place of each secret; the same instance where there is none.</summary>
    public static string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(int From, int To)>? found = null;
        foreach (var secret in known)
        {
            foreach (var form in secret.Forms)
            {
                for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
                    (found ??= []).Add((at, at + form.Length));
            }
        }

        return found is null ? text : Hide(text, found);
    }

    /// <summary>Has a secret of the build's own hidden as well, such as an API key: from now on, in the same forms.</summary>
    /// <param name="secret">Fewer than 6 characters are left alone: they would be hidden in the middle of harmless words.</param>
    public static void Add(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length >= Shortest)
            Add("", new AcrSecret(secret));
    }

    /// <summary>Returns the secret's forms when it is new, else none.</summary>
    internal static IReadOnlyList<string> Add(string username, AcrSecret secret)
    {
        lock (Gate)
        {
            if (known.Any(k => k.Username == username && k.Password == secret.Value))
                return [];

            var added = new KnownSecret(username, secret.Value, SecretForms.Of(username, secret.Value));
            known = [.. known.TakeLast(Most - 1), added];
            return added.Forms;
        }
    }

    // All were looked for in the text as it was: where two overlap, as when one secret begins another, nothing is left of either.
    private static string Hide(string text, List<(int From, int To)> found)
    {
        found.Sort();
        var hidden = new StringBuilder();
        var done = 0;
        foreach (var (from, to) in found)
        {
            if (from >= done)
                hidden.Append(text, done, from - done).Append(AcrSecret.Hidden);
            done = Math.Max(done, to);
        }

        return hidden.Append(text, done, text.Length - done).ToString();
    }

    // Not a record: that would print them.
    private sealed class KnownSecret(string username, string password, string[] forms)
    {
        public string Username { get; } = username;

        public string Password { get; } = password;

        public string[] Forms { get; } = forms;
    }
}
