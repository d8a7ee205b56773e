using System.Text;
using System.Text.Json;

namespace AcrTokens;

/// <summary>The forms in which a password may be written.</summary>
internal static class SecretForms
{
    // Shorter pieces of base64 would match parts of harmless words.
    private const int Shortest = 6;

    /// <summary>
    /// The password and its base64, alone and as <c>user:password</c>, and the part of both that is constant in the base64 of any longer text, such
    /// as a whole docker configuration. Each plain, URL-escaped and JSON-escaped; longest first.
    /// </summary>
    public static string[] Of(string username, string password)
    {
        if (password.Length == 0)
            return [];

        var login = Login(username, password);
        string[] plain =
        [
            password,
            .. WithAndWithoutPadding(Base64(password)),
            .. WithAndWithoutPadding(login),
            .. InBase64(password),
            .. InBase64(login),
        ];
        return
        [
            .. plain
                .SelectMany(form => new[] { form, Uri.EscapeDataString(form), JsonEncodedText.Encode(form).ToString() })
                .Distinct()
                .OrderByDescending(form => form.Length),
        ];
    }

    /// <summary>Base64 of <c>user:password</c>, as in HTTP's Basic scheme and docker configurations.</summary>
    public static string Login(string username, string password) => Base64($"{username}:{password}");

    // Some tools write base64 without padding.
    private static string[] WithAndWithoutPadding(string base64) => [base64, base64.TrimEnd('=')];

    // Base64 encodes three bytes in four letters, so the form depends on the number of preceding bytes modulo 3. Letters that share bits with a
    // neighbour are left out.
    private static IEnumerable<string> InBase64(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 3; before++)
        {
            var letters = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var (from, to) = (Letters(before, roundedUp: true), Letters(before + bytes.Length, roundedUp: false));
            if (to - from >= Shortest)
                yield return letters[from..to];
        }
    }

    private static int Letters(int bytes, bool roundedUp) => ((bytes * 8) + (roundedUp ? 5 : 0)) / 6;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
