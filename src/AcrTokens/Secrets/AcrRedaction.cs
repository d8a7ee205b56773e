using System.Text;

namespace AcrTokens;

/// <summary>
/// Redacts this process's secrets in any text: the passwords that its tasks minted, generated or read, and those passed to <see cref="Add(string)"/>.
/// Redacts their base64, URL-escaped and JSON-escaped forms too, also within the base64 of a longer text, such as a whole docker configuration.
/// </summary>
/// <remarks>Remembers the newest 1,000 secrets.</remarks>
public static class AcrRedaction
{
    private const int Most = 1000;
    private const int Shortest = 6;

    private static readonly Lock Gate = new();
    private static volatile KnownSecret[] known = [];

    /// <summary>Replaces each secret in a text by <c>[REDACTED]</c>. Returns the same instance if there is none.</summary>
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

    /// <summary>Redacts another secret from now on, such as an API key, in the same forms.</summary>
    /// <param name="secret">Secrets of fewer than 6 characters are ignored: they would match parts of harmless words.</param>
    public static void Add(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length >= Shortest)
            Add("", new AcrSecret(secret));
    }

    /// <summary>Returns the secret's forms if it is new, else none.</summary>
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

    // All are searched in the original text: where two overlap, as when one secret begins another, both are redacted whole.
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

    // Not a record, which would print them.
    private sealed class KnownSecret(string username, string password, string[] forms)
    {
        public string Username { get; } = username;

        public string Password { get; } = password;

        public string[] Forms { get; } = forms;
    }
}
